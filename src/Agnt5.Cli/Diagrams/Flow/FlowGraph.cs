namespace Agnt5.Cli.Diagrams.Flow;

/// <summary>The nodes of a diagram, in the groups that they stand in, and the ways between them.</summary>
internal sealed class FlowGraph
{
    private readonly List<FlowNode> _nodes = [];
    private readonly List<FlowEdge> _edges = [];
    private readonly List<FlowGroup> _groups = [];
    private readonly Dictionary<string, string> _groupOf = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private FlowGroup? _open;

    public IReadOnlyList<FlowNode> Nodes => _nodes;

    public IReadOnlyList<FlowEdge> Edges => _edges;

    public IReadOnlyList<FlowGroup> Groups => _groups;

    /// <summary>The group that a node stands in, or <see langword="null"/>.</summary>
    public string? GroupOf(FlowNode node) => _groupOf.GetValueOrDefault(node.Id);

    /// <summary>Adds a node to the open group.</summary>
    public FlowNode Add(FlowKind kind, params IEnumerable<string> lines)
    {
        string[] said = [.. lines];
        var node = new FlowNode(NewId($"{kind}_{said[0]}"), kind, said);
        _nodes.Add(node);
        if (_open is not null)
            _groupOf[node.Id] = _open.Id;
        return node;
    }

    /// <summary>The node that ends runs in this way. It stands in no group, and there is one for each label.</summary>
    public FlowNode End(FlowKind kind, string label)
    {
        if (_nodes.Find(node => node.Kind == kind && node.Lines[0] == label) is { } there)
            return there;
        var (open, _) = (_open, _open = null);
        var node = Add(kind, label);
        _open = open;
        return node;
    }

    /// <summary>Leads ways to a node.</summary>
    public void Connect(IEnumerable<FlowEnd> ends, FlowNode to)
    {
        foreach (var end in ends)
        {
            // A loop whose body only starts what runs beside it would lead to itself.
            if (end.From == to.Id)
                continue;
            var at = _edges.FindIndex(edge => edge.From == end.From && edge.To == to.Id && edge.IsFailure == end.IsFailure);
            if (at < 0)
                _edges.Add(new(end.From, to.Id, end.Label, end.IsFailure));
            else if (_edges[at].Label != end.Label)
                _edges[at] = _edges[at] with { Label = Both(_edges[at].Label, end.Label) };
        }
    }

    /// <summary>Opens a group within the open one. Nodes stand in it until <see cref="Close"/>.</summary>
    public FlowGroup Open(string label)
    {
        _open = new(NewId($"group_{label}"), label, _open);
        _groups.Add(_open);
        return _open;
    }

    public void Close() => _open = _open!.Parent;

    /// <summary>Takes a group away that nothing stands in.</summary>
    public void Remove(FlowGroup group)
    {
        _groups.Remove(group);
        _ids.Remove(group.Id);
    }

    /// <summary>Whether something stands in a group.</summary>
    public bool Has(FlowGroup group) => _groupOf.ContainsValue(group.Id) || _groups.Exists(inner => inner.Parent == group);

    /// <summary>Where the graph is now, for <see cref="Undo"/>.</summary>
    public FlowMark Mark() => new(_nodes.Count, _groups.Count, [.. _edges]);

    /// <summary>Takes away what was added since then.</summary>
    public void Undo(FlowMark mark)
    {
        foreach (var node in _nodes.Skip(mark.Nodes))
        {
            _ids.Remove(node.Id);
            _groupOf.Remove(node.Id);
        }

        foreach (var group in _groups.Skip(mark.Groups))
            _ids.Remove(group.Id);
        _nodes.RemoveRange(mark.Nodes, _nodes.Count - mark.Nodes);
        _groups.RemoveRange(mark.Groups, _groups.Count - mark.Groups);
        _edges.Clear();
        _edges.AddRange(mark.Edges);
    }

    // A way that is taken in any case says nothing.
    private static string? Both(string? label, string? other) =>
        label is null || other is null || (label, other) is ("yes", "no") or ("no", "yes") ? null : $"{label}, {other}";

    private string NewId(string text)
    {
        var id = FlowId.Of(text);
        var unique = id;
        for (var number = 2; !_ids.Add(unique); number++)
            unique = $"{id}_{number}";
        return unique;
    }
}

/// <summary>Nodes that stand together: the body of a <c>try</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What it says.</param>
/// <param name="Parent">The group around it.</param>
internal sealed record FlowGroup(string Id, string Label, FlowGroup? Parent);

/// <summary>How far a graph was.</summary>
internal sealed record FlowMark(int Nodes, int Groups, IReadOnlyList<FlowEdge> Edges);
