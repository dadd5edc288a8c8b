using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4006 and AGT4024: judges what a workflow finds in the fields and properties that the project keeps.</summary>
/// <param name="kept">The fields and properties.</param>
/// <param name="graph">The code.</param>
/// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
internal sealed class KeptState(KeptMembers kept, CodeGraph graph, INamedTypeSymbol? scope)
{
    // A value is rarely made by helpers of helpers.
    private const int Depth = 4;

    private readonly DelegateFates _fates = new(graph, scope);
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

    // Only what the value is made of counts, and not what runs besides: a helper that also writes a log line with the time.
    private bool DiffersInEachProcess(CodeUnit code, bool isWhole = true, int depth = Depth)
    {
        if (code.Findings.Any(finding => Surroundings.DifferInEachProcess(finding) && (isWhole || ReturnedCode.Holds(finding.Location))))
            return true;
        if (!isWhole || depth == 0)
            return false;
        foreach (var edge in code.Edges)
            if ((edge.Unit ?? graph.Find(edge.Target, scope)) is { } callee && (edge.Uses is null || (_fates.Of(edge.Uses) & Role.AnyBody) != 0))
            {
                Work.Count(WorkKind.Unit);
                if (DiffersInEachProcess(callee, callee.IsMethodGroup || ReturnedCode.IsExpression(callee.Symbol), depth - 1))
                    return true;
            }

        return false;
    }
}
