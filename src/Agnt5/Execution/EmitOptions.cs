namespace Agnt5;

/// <summary>The optional fields of an event, in addition to its type and data (protocol section 6). A field that is not set is left out of the event.</summary>
public sealed class EmitOptions
{
    /// <summary>The format of <c>data</c>. Default: <c>json</c>.</summary>
    public string? DataType { get; init; }

    /// <summary>The event's metadata: text by key.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>When the event happened, in nanoseconds since 1970, UTC.</summary>
    public long? TimestampNs { get; init; }

    /// <summary>An id that related events share.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the parent event.</summary>
    public string? ParentEventId { get; init; }

    /// <summary>The key of the step that the event belongs to.</summary>
    public string? StepKey { get; init; }
}
