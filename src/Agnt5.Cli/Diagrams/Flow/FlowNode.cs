namespace Agnt5.Cli.Diagrams.Flow;

/// <summary>One thing that a workflow does, or a place where its ways part or meet.</summary>
/// <param name="Id">Its id, which follows from its label: an edit elsewhere does not change it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">What it says, in lines.</param>
internal sealed record FlowNode(string Id, FlowKind Kind, IReadOnlyList<string> Lines);

/// <summary>What a node is.</summary>
internal enum FlowKind
{
    Start,
    Step,
    Sleep,
    Question,
    Signal,

    /// <summary>An agent's turn, or a helper that is not drawn.</summary>
    Call,
    Event,

    /// <summary>One way is taken of several.</summary>
    Branch,

    /// <summary>A body runs once more, or no more.</summary>
    Loop,

    /// <summary>Where a body begins again.</summary>
    Repeat,

    /// <summary>All ways are taken.</summary>
    Fork,

    /// <summary>Ways meet that were taken together.</summary>
    Join,

    /// <summary>An exception within a <c>try</c>.</summary>
    Throw,

    /// <summary>The run is completed.</summary>
    End,

    /// <summary>The run fails.</summary>
    Failure,
}

/// <summary>A way from one node to another.</summary>
/// <param name="From">The node or the group that it leaves.</param>
/// <param name="To">The node that it leads to.</param>
/// <param name="Label">When it is taken, or <see langword="null"/>.</param>
/// <param name="IsFailure">Whether an exception takes it.</param>
internal sealed record FlowEdge(string From, string To, string? Label, bool IsFailure);

/// <summary>A way that still leads nowhere.</summary>
/// <param name="From">The node or the group that it leaves.</param>
/// <param name="Label">When it is taken, or <see langword="null"/>.</param>
/// <param name="IsFailure">Whether an exception takes it.</param>
internal sealed record FlowEnd(string From, string? Label = null, bool IsFailure = false)
{
    /// <summary>The way with one more thing to say.</summary>
    public FlowEnd With(string label) => this with { Label = Label is null ? label : $"{Label}, {label}" };
}
