using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Agnt5.Analyzers.Hosting;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The code of a project, and the findings reported so far.</summary>
internal sealed class ProjectCode
{
    private static readonly ConditionalWeakTable<Compilation, ProjectCode> PerCompilation = new();

    private readonly KnownSymbols _known;
    private readonly ConcurrentDictionary<(Location, string), byte> _reported = new();
    private readonly ConcurrentBag<AgentDeclaration> _agents = [];
    private readonly ConcurrentDictionary<CodeUnit, UnitKeys> _keys = [];
    private readonly ConcurrentDictionary<IMethodSymbol, string> _instructions = new(SymbolEqualityComparer.Default);

    /// <param name="known">The known types.</param>
    /// <param name="hasSeveralHosts">Whether the project is built for WebAssembly and for other hosts.</param>
    public ProjectCode(KnownSymbols known, bool hasSeveralHosts)
    {
        _known = known;
        Rules = new(known, Kept, hasSeveralHosts);
        // Each run of the analyzers reads the project anew.
        lock (PerCompilation)
        {
            PerCompilation.Remove(known.Compilation);
            PerCompilation.Add(known.Compilation, this);
        }
    }

    /// <summary>The code of a project, as far as it has been read, or <see langword="null"/>.</summary>
    public static ProjectCode? Find(Compilation compilation) => PerCompilation.TryGetValue(compilation, out var code) ? code : null;

    public CodeGraph Graph { get; } = new();

    public KeptMembers Kept { get; } = new();

    public BodyRules Rules { get; }

    /// <summary>Notes the declarations of a type, before its code is read.</summary>
    public void AddType(INamedTypeSymbol type)
    {
        Graph.AddImplementations(type);
        foreach (var agent in AgentDeclaration.In(type, _known))
        {
            _agents.Add(agent);
            if (agent.Instructions is { } instructions)
                _instructions.TryAdd(instructions, $"the instructions of agent '{agent.Name}'");
        }
    }

    /// <summary>Reports the findings of a type's workflows and agents within the type.</summary>
    public void ReportType(INamedTypeSymbol type, IReadOnlyCollection<CodeUnit> units, Action<Diagnostic> report)
    {
        var components = Components(units);
        if (components.Count > 0)
            Report(new Reach(Graph, Kept, type).Walk(components), new(Graph, type), new(Graph, _keys, type), new(Kept, Graph, type), report);
    }

    /// <summary>Reports the remaining findings when all types have been read.</summary>
    public void ReportRest(Action<Diagnostic> report)
    {
        var reach = new Reach(Graph, Kept, scope: null);
        var callees = new Callees(Graph, scope: null);
        var keys = new RepeatedKeys(Graph, _keys, scope: null);
        var state = new KeptState(Kept, Graph, scope: null);
        var components = Components(Graph.Units);
        Report(reach.Walk(components), callees, keys, state, report);
        // A helper that takes the context of a workflow or agent is workflow code, whoever calls it.
        var helpers = Graph.Units.Where(unit => unit.IsMember && !reach.HasReached(unit) && TakesDurableContext(unit));
        Report(reach.Walk(Ordered(helpers.Select(static unit => new Root(unit, $"'{ShapeText.Of(unit.Symbol)}'")))), callees, keys, state, report);
        foreach (var finding in SharedState.Find(components, Graph, Kept))
            Report(finding, report);
        foreach (var finding in RepeatedChanges.Find(_agents, Graph, Kept, _known))
            report(finding);
    }

    /// <summary>Reports the waits for tasks in code that runs in WebAssembly, after everything else: what AGT4014 says of workflows is not said again.</summary>
    /// <param name="isChecked">Whether CA1416 reports what platform attributes mark.</param>
    public void ReportWaits(bool isChecked, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var finding in WasmWaits.Find(Graph.Units, location => _reported.ContainsKey((location, Analyzers.Rules.Blocking.Id)), isChecked, cancellationToken))
            if (_reported.TryAdd((finding.Location, finding.Id), 0))
                report(finding);
    }

    /// <summary>The members that workflows and agents run as their own code. An editor that has not read all of the project yet gets fewer.</summary>
    public HashSet<IMethodSymbol> FindReplayed() => new(
        from visit in new Reach(Graph, Kept, scope: null).Walk(Components(Graph.Units))
        where visit.Unit.IsMember && (visit.Role & Role.AnyBody) != 0
        select visit.Unit.Symbol,
        SymbolEqualityComparer.Default);

    private List<Root> Components(IEnumerable<CodeUnit> units) => Ordered(units.Where(static unit => unit.IsMember).Select(RootOf).OfType<Root>());

    private static List<Root> Ordered(IEnumerable<Root> roots) =>
        [.. roots.OrderBy(static root => root.Name, StringComparer.Ordinal).ThenBy(static root => root.Unit.Symbol.ToDisplayString(), StringComparer.Ordinal)];

    private Root? RootOf(CodeUnit unit)
    {
        foreach (var mark in ComponentMark.Of(unit.Symbol, _known))
            if (mark.Kind is ComponentKind.Workflow or ComponentKind.Agent)
                return new(unit, $"{ShapeText.Of(mark.Kind)} '{mark.NameOf(unit.Symbol)}'");
        // The method that gives an agent its instructions runs as a step.
        return _instructions.TryGetValue(unit.Symbol, out var name) ? new(unit, name, Role.StepEntry) : null;
    }

    private bool TakesDurableContext(CodeUnit unit) => unit.IsDurable || unit.Symbol.Parameters.Any(parameter =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, _known.WorkflowContext) || SymbolEqualityComparer.Default.Equals(parameter.Type, _known.AgentContext));

    private void Report(IEnumerable<Visit> visits, Callees callees, RepeatedKeys keys, KeptState state, Action<Diagnostic> report)
    {
        foreach (var visit in visits)
        {
            foreach (var finding in visit.Unit.Findings)
                if ((finding.Roles & visit.Role) != 0 && (finding.Condition is null || callees.Holds(finding.Condition)))
                    Report(new(finding, visit), report);
            if ((visit.Role & Role.AnyBody) != 0)
                foreach (var read in visit.Unit.Reads)
                    if (read.Uses is null && state.Judge(read.Member) is { } rule)
                        Report(new(new(rule, read.Location, Role.AnyBody, SymbolText.Of(read.Member)), visit), report);
            foreach (var repeated in keys.Find(visit))
                if (_reported.TryAdd((repeated.Location, repeated.Id), 0))
                    report(repeated);
        }
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
