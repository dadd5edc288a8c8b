namespace Agnt5;

/// <summary>The priorities that have a name (protocol section 9).</summary>
public enum PriorityLevel
{
    /// <summary>Somebody waits for the result.</summary>
    Interactive,

    /// <summary>Between the other two.</summary>
    Normal,

    /// <summary>Nobody waits for the result. The run starts when there is room.</summary>
    Batch,
}
