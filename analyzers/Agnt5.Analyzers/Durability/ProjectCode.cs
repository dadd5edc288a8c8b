using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The code of a project, and what was reported of it so far.</summary>
internal sealed class ProjectCode(KnownSymbols known)
{
    private readonly ConcurrentDictionary<(Location, string), byte> _reported = new();

    public CodeGraph Graph { get; } = new();

    public BodyRules Rules { get; } = new(known);

    /// <summary>Reports what the workflows of a type do within the type.</summary>
    public void ReportType(INamedTypeSymbol type, IReadOnlyCollection<CodeUnit> units, Action<Diagnostic> report)
    {
        var components = Components(units);
        if (components.Count > 0)
            Report(new Reach(Graph, type).Walk(components), new(Graph, type), report);
    }

    /// <summary>Reports what remains when all types have been read.</summary>
    public void ReportRest(Action<Diagnostic> report)
    {
        var reach = new Reach(Graph, scope: null);
        var callees = new Callees(Graph, scope: null);
        var components = Components(Graph.Units);
        Report(reach.Walk(components), callees, report);
        // A helper that works on a workflow's context is a workflow's code, whoever calls it.
        Report(reach.Walk(Ordered(Graph.Units.Where(unit => unit.IsMember && !reach.HasReached(unit) && IsWorkflowCode(unit)), static unit => $"'{ShapeText.Of(unit.Symbol)}'")), callees, report);
        foreach (var finding in SharedState.Find(components, Graph))
            Report(finding, report);
    }

    private List<(CodeUnit, string)> Components(IEnumerable<CodeUnit> units) =>
        Ordered(units.Where(unit => unit.IsMember && NameOf(unit.Symbol) is not null), unit => NameOf(unit.Symbol)!);

    private static List<(CodeUnit, string)> Ordered(IEnumerable<CodeUnit> units, Func<CodeUnit, string> name) =>
    [
        .. units.Select(unit => (unit, Name: name(unit))).OrderBy(static named => named.Name, StringComparer.Ordinal)
            .ThenBy(static named => named.unit.Symbol.ToDisplayString(), StringComparer.Ordinal),
    ];

    private string? NameOf(IMethodSymbol method)
    {
        foreach (var mark in ComponentMark.Of(method, known))
            if (mark.Kind == ComponentKind.Workflow)
                return $"workflow '{mark.NameOf(method)}'";
        return null;
    }

    private bool IsWorkflowCode(CodeUnit unit) =>
        unit.IsDurable || unit.Symbol.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, known.WorkflowContext));

    private void Report(IEnumerable<Visit> visits, Callees callees, Action<Diagnostic> report)
    {
        foreach (var visit in visits)
            foreach (var finding in visit.Unit.Findings)
                if ((finding.Roles & visit.Role) != 0 && (finding.Condition is null || callees.Holds(finding.Condition)))
                    Report(new(finding, visit), report);
    }

    private void Report(ReachedFinding reached, Action<Diagnostic> report)
    {
        var (finding, visit) = reached;
        if (_reported.TryAdd((finding.Location, finding.Rule.Id), 0))
            report(Diagnostic.Create(finding.Rule, finding.Location, finding.Properties, [.. finding.Arguments, visit.Describe()]));
    }
}

/// <summary>A finding in code that a component runs.</summary>
internal readonly record struct ReachedFinding(BodyFinding Finding, Visit Visit);
