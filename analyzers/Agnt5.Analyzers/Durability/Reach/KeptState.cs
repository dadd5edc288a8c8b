using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4006 and AGT4024: judges what a workflow finds in the fields and properties that the project keeps.</summary>
/// <param name="kept">The fields and properties.</param>
/// <param name="graph">The code.</param>
/// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
internal sealed class KeptState(KeptMembers kept, CodeGraph graph, INamedTypeSymbol? scope)
{
    private readonly Dictionary<ISymbol, DiagnosticDescriptor?> _judged = new(SymbolEqualityComparer.Default);

    /// <summary>The rule that a read of a member breaks, or <see langword="null"/>.</summary>
    public DiagnosticDescriptor? Judge(ISymbol member)
    {
        if (!_judged.TryGetValue(member, out var rule))
            _judged.Add(member, rule = Find(member));
        return rule;
    }

    private DiagnosticDescriptor? Find(ISymbol member)
    {
        if (kept.FindValue(member, scope) is { } value && DiffersInEachProcess(value))
            return member.IsStatic ? Rules.KeptValue : Rules.ValueOfInvocation;
        return kept.IsChanged(member, scope) ? Rules.ProcessCache : null;
    }

    private bool DiffersInEachProcess(CodeUnit value)
    {
        if (value.Findings.Count == 0 && value.Edges.Count == 0)
            return false;
        foreach (var visit in new Reach(graph, kept, scope).Walk([new(value, "")]))
            if ((visit.Role & Role.AnyBody) != 0 && visit.Unit.Findings.Any(Surroundings.DifferInEachProcess))
                return true;
        return false;
    }
}
