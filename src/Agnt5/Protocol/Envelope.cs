namespace Agnt5.Protocol;

/// <summary>
/// One invoke request (protocol section 4). Its memory is a view of the request's body, which lives until the response was written.
/// </summary>
internal sealed class Envelope
{
    public ComponentType ComponentType { get; init; }

    /// <summary>The component's name as trimmed UTF-8.</summary>
    public ReadOnlyMemory<byte> ComponentName { get; init; }

    /// <summary>The run's id, or <see langword="null"/> when the body names none.</summary>
    public string? RunId { get; init; }

    public int Attempt { get; init; }

    /// <summary>Whether abandoned code may still read the request's memory.</summary>
    public bool IsOutlived { get; set; }

    /// <summary>Whether the caller wants deltas while an answer is made.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>How many bytes the body has.</summary>
    public int SizeBytes { get; init; }

    /// <summary>The input's JSON, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The JSON of the reference to an input that is stored elsewhere, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> InputRef { get; init; }

    /// <summary>The JSON that says where to store a large output, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> OutputUpload { get; init; }

    public required RequestMetadata Metadata { get; init; }

    /// <summary>The records of earlier slices; <see langword="null"/> when there are none.</summary>
    public RecordedSteps? Steps { get; init; }

    /// <summary>The checkpoint's agent sessions as a JSON object, or empty.</summary>
    public ReadOnlyMemory<byte> AgentSessions { get; init; }

    /// <summary>When the host cuts this slice off, in Unix ms, from the request; <see langword="null"/> when the request gives no number.</summary>
    public double? DeadlineMs { get; init; }

    /// <summary>How long before the deadline a slice should yield, in ms.</summary>
    public double? YieldBeforeMs { get; init; }
}
