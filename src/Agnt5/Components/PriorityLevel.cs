namespace Agnt5;

/// <summary>The priorities that have a name (protocol section 9).</summary>
public enum PriorityLevel
{
    /// <summary>Somebody waits for the result.</summary>
    Interactive,

    /// <summary>Neither of the others.</summary>
    Normal,

    /// <summary>Nobody waits; whenever there is room.</summary>
    Batch,
}
