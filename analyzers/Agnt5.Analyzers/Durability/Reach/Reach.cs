using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Walks from components to all code that they run. It takes the shortest path first, and visits each unit once in each role.</summary>
internal sealed class Reach
{
    private readonly CodeGraph _graph;
    private readonly KeptMembers _kept;
    private readonly INamedTypeSymbol? _scope;
    private readonly DelegateFates _fates;
    private readonly HashSet<(CodeUnit, Role)> _seen = [];
    private readonly Queue<Visit> _open = new();

    /// <param name="graph">The code.</param>
    /// <param name="kept">The values that fields and properties keep.</param>
    /// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
    public Reach(CodeGraph graph, KeptMembers kept, INamedTypeSymbol? scope)
    {
        _graph = graph;
        _kept = kept;
        _scope = scope;
        _fates = new(graph, scope);
    }

    /// <summary>All code that the components reach and that no earlier walk reached.</summary>
    /// <param name="roots">The starting points. The first one that reaches a shared helper claims it.</param>
    public IReadOnlyList<Visit> Walk(IEnumerable<Root> roots)
    {
        var reached = new List<Visit>();
        foreach (var root in roots)
            Open(root.Unit, root.Role, caller: null, root.Name);
        while (_open.Count > 0)
        {
            var visit = _open.Dequeue();
            reached.Add(visit);
            Work.Count(WorkKind.Unit);
            foreach (var edge in visit.Unit.Edges)
                Follow(edge, visit);
            foreach (var read in visit.Unit.Reads)
                Follow(read, visit);
        }

        return reached;
    }

    public bool HasReached(CodeUnit unit) => Enum.GetValues(typeof(Role)).Cast<Role>().Any(role => _seen.Contains((unit, role)));

    private void Follow(CodeEdge edge, Visit visit)
    {
        if ((edge.Unit ?? _graph.Find(edge.Target, _scope)) is not { } unit)
            return;
        var roles = edge.Uses is null ? Role.Body : _fates.Of(edge.Uses);
        // The rules cannot judge code that may or may not run as a step.
        if (roles == Role.None || ((roles & Role.Step) != 0 && (roles & Role.AnyBody) != 0))
            return;
        if ((visit.Role & Role.Step) != 0)
        {
            if (!IsForLater(edge, roles, visit.Unit))
                Open(unit, Role.InsideStep, visit, visit.Component);
            return;
        }

        if ((roles & Role.InsideStep) != 0)
            Open(unit, Role.InsideStep, visit, visit.Component);
        if ((roles & Role.StepEntry) != 0)
            Open(unit, Role.StepEntry, visit, visit.Component);
        if ((roles & Role.AnyBody) != 0)
            Open(unit, InBody(edge, roles, visit.Role), visit, visit.Component);
    }

    // A step may leave a delegate in a variable, and code outside of the step runs it.
    private static bool IsForLater(CodeEdge edge, Role roles, CodeUnit maker) =>
        edge.Uses is { } uses && (roles & Role.Step) == 0 && !maker.IsMember && !uses.Any(use => use.IsIn(maker.Symbol));

    // A loop that tries a helper again until it has succeeded runs nothing twice that the helper guards.
    private static Role InBody(CodeEdge edge, Role roles, Role caller)
    {
        if ((edge.InLoop && !edge.EndsLoop) || (roles & Role.LoopedBody) != 0)
            return Role.LoopedBody;
        if (caller == Role.RetriedBody && edge.IsGuarded)
            return Role.Body;
        return edge.EndsLoop && caller == Role.Body ? Role.RetriedBody : caller;
    }

    // What a field keeps as a delegate runs where the field is read, and not where it gets its value.
    private void Follow(MemberRead read, Visit visit)
    {
        if (read.Uses is null || _kept.FindValue(read.Member, _scope) is not { } value)
            return;
        foreach (var edge in value.Edges)
            if (edge.Uses is { } made && made.All(static use => use.Fate == DelegateFate.Unknown))
                Follow(edge with { Uses = read.Uses, InLoop = read.InLoop }, visit);
    }

    private void Open(CodeUnit unit, Role role, Visit? caller, string component)
    {
        if (_seen.Add((unit, role)))
            _open.Enqueue(new(unit, role, caller, component));
    }
}
