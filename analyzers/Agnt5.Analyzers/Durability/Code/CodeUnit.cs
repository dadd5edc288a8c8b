using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// Code that runs by itself: a method, an accessor, a local function or a lambda. It holds what was found in it, whether or not that matters, since whether
/// the code ever runs in a workflow is known only when everything that calls it has been read.
/// </summary>
/// <param name="symbol">What it is.</param>
/// <param name="isMember">Whether it is a member of its type, and not a function inside one.</param>
internal sealed class CodeUnit(IMethodSymbol symbol, bool isMember)
{
    public IMethodSymbol Symbol { get; } = symbol;

    public bool IsMember { get; } = isMember;

    /// <summary>What would be wrong, were the code run in the role that each finding names.</summary>
    public List<BodyFinding> Findings { get; } = [];

    /// <summary>What it calls.</summary>
    public List<CodeEdge> Edges { get; } = [];

    /// <summary>Whether it makes a durable call itself.</summary>
    public bool IsDurable { get; set; }

    /// <summary>Whether it makes a durable call itself at which the slice may be suspended until something happens outside.</summary>
    public bool Waits { get; set; }

    /// <summary>What it changes outside of the process.</summary>
    public List<OutsideChange> Changes { get; } = [];

    /// <summary>Whether it names what makes a repeated change harmless.</summary>
    public bool NamesIdempotency { get; set; }

    /// <summary>The code that it hands a context of its own component to.</summary>
    public List<IMethodSymbol> ContextTakers { get; } = [];

    /// <summary>What becomes of the delegates that it is given, by the parameter's ordinal.</summary>
    public Dictionary<int, List<DelegateUse>> ParameterUses { get; } = [];

    /// <summary>What becomes of the delegate, where the unit is a lambda or local function.</summary>
    public List<DelegateUse> Uses { get; } = [];

    /// <summary>This unit and another part of the same code.</summary>
    public CodeUnit With(CodeUnit part)
    {
        var whole = new CodeUnit(Symbol, IsMember) { IsDurable = IsDurable || part.IsDurable, Waits = Waits || part.Waits, NamesIdempotency = NamesIdempotency || part.NamesIdempotency };
        foreach (var unit in new[] { this, part })
        {
            whole.Findings.AddRange(unit.Findings);
            whole.Edges.AddRange(unit.Edges);
            whole.State.AddRange(unit.State);
            whole.Changes.AddRange(unit.Changes);
            whole.ContextTakers.AddRange(unit.ContextTakers);
            foreach (var uses in unit.ParameterUses)
                whole.ParameterUses[uses.Key] = uses.Value;
        }

        return whole;
    }

    /// <summary>The per-invocation state that it touches.</summary>
    public List<StateAccess> State { get; } = [];
}
