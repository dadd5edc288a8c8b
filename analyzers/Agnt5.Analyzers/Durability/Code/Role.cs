namespace Agnt5.Analyzers.Durability;

/// <summary>How code is run.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>As the workflow's own: on every replay.</summary>
    Body = 1,

    /// <summary>As the workflow's own, and more than once in a run.</summary>
    LoopedBody = 2,

    /// <summary>As the body of a step.</summary>
    StepEntry = 4,

    /// <summary>In the body of a step.</summary>
    InsideStep = 8,

    /// <summary>As the workflow's own, again and again until it has succeeded.</summary>
    RetriedBody = 16,

    /// <summary>As the workflow's own, once or more.</summary>
    AnyBody = Body | LoopedBody | RetriedBody,

    /// <summary>Once, whatever is replayed.</summary>
    Step = StepEntry | InsideStep,
}
