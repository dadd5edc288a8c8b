using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// A unit of code: a method, an accessor, a local function or a lambda. It holds every finding in it, whether or not it matters:
/// only when all callers have been read is it known whether the code ever runs in a workflow.
/// </summary>
/// <param name="symbol">The symbol of the code.</param>
/// <param name="isMember">Whether it is a member of its type, and not a function inside one.</param>
internal sealed class CodeUnit(IMethodSymbol symbol, bool isMember)
{
    public IMethodSymbol Symbol { get; } = symbol;

    public bool IsMember { get; } = isMember;

    /// <summary>The findings that hold if the code runs in the role that each finding names.</summary>
    public List<BodyFinding> Findings { get; } = [];

    /// <summary>The code that it calls.</summary>
    public List<CodeEdge> Edges { get; } = [];

    /// <summary>The reads of fields and properties that keep their first value.</summary>
    public List<MemberRead> Reads { get; } = [];

    /// <summary>Whether it is a method of a library that became a delegate, and not code of the project.</summary>
    public bool IsMethodGroup { get; init; }

    /// <summary>Its durable calls and its calls of helpers, in the order in which they run; <see langword="null"/> when it has none.</summary>
    public UnitFlow? Flow { get; set; }

    /// <summary>Whether it makes a durable call itself.</summary>
    public bool IsDurable { get; set; }

    /// <summary>Whether it awaits a durable call of its own, or returns its task.</summary>
    public bool ReturnsDurable { get; set; }

    /// <summary>Whether it makes a durable call itself that may suspend the slice until something happens outside.</summary>
    public bool Waits { get; set; }

    /// <summary>The changes that it makes outside of the process.</summary>
    public List<OutsideChange> Changes { get; } = [];

    /// <summary>Whether it uses an idempotency key, which makes a repeated change harmless.</summary>
    public bool NamesIdempotency { get; set; }

    /// <summary>The code to which it passes the context of its component.</summary>
    public List<IMethodSymbol> ContextTakers { get; } = [];

    /// <summary>The uses of the delegates that it receives, by the parameter's ordinal.</summary>
    public Dictionary<int, List<DelegateUse>> ParameterUses { get; } = [];

    /// <summary>The uses of the delegate, if the unit is a lambda or local function.</summary>
    public List<DelegateUse> Uses { get; } = [];

    /// <summary>The code that was added after some findings and edges: the last statement that was read.</summary>
    public CodeUnit Since(int findings, int edges)
    {
        var last = new CodeUnit(Symbol, IsMember);
        last.Findings.AddRange(Findings.Skip(findings));
        last.Edges.AddRange(Edges.Skip(edges));
        return last;
    }

    /// <summary>This unit and another part of the same code.</summary>
    public CodeUnit With(CodeUnit part)
    {
        var whole = new CodeUnit(Symbol, IsMember)
        {
            IsDurable = IsDurable || part.IsDurable,
            Waits = Waits || part.Waits,
            ReturnsDurable = ReturnsDurable || part.ReturnsDurable,
            NamesIdempotency = NamesIdempotency || part.NamesIdempotency,
            Flow = Flow ?? part.Flow,
        };
        foreach (var unit in new[] { this, part })
        {
            whole.Findings.AddRange(unit.Findings);
            whole.Edges.AddRange(unit.Edges);
            whole.State.AddRange(unit.State);
            whole.Reads.AddRange(unit.Reads);
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
