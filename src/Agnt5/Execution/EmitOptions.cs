namespace Agnt5;

/// <summary>What goes out with an event beside its type and data (protocol section 6). Everything is left out of the event unless it is set.</summary>
public sealed class EmitOptions
{
    /// <summary>How <c>data</c> is to be read. Default: <c>json</c>.</summary>
    public string? DataType { get; init; }

    /// <summary>Text by key.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>When it happened, in nanoseconds since 1970, UTC.</summary>
    public long? TimestampNs { get; init; }

    /// <summary>Ties together what belongs to one thing.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The event that this one belongs under.</summary>
    public string? ParentEventId { get; init; }

    /// <summary>The step that the event belongs to.</summary>
    public string? StepKey { get; init; }
}
