namespace Agnt5.Protocol;

/// <summary>
/// One invoke request (protocol section 4). Its memory is a view of the request's body, which lives until the response was written.
/// </summary>
internal sealed class Envelope
{
    public ComponentType ComponentType { get; set; }

    /// <summary>The component's name as trimmed UTF-8.</summary>
    public ReadOnlyMemory<byte> ComponentName { get; set; }

    /// <summary>The run's id, or <see langword="null"/> when the body names none.</summary>
    public string? RunId { get; set; }

    public int Attempt { get; set; }

    /// <summary>Whether code that was given up may still read what the request brought.</summary>
    public bool IsOutlived { get; set; }

    /// <summary>Whether the caller wants deltas while an answer is made.</summary>
    public bool IsStreaming { get; set; }

    /// <summary>How many bytes the body has.</summary>
    public int SizeBytes { get; set; }

    /// <summary>The length of the input that was fetched by reference, or <see langword="null"/> when none was.</summary>
    public long? FetchedInputBytes { get; set; }

    /// <summary>The input's JSON, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> Input { get; set; }

    /// <summary>The JSON of the reference to an input that lies elsewhere, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> InputRef { get; set; }

    /// <summary>The JSON that says where a large output goes, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> OutputUpload { get; set; }

    public IReadOnlyDictionary<string, string> Metadata { get; set; } = EmptyMetadata;

    /// <summary>What earlier slices recorded; <see langword="null"/> when there is nothing.</summary>
    public RecordedSteps? Steps { get; set; }

    /// <summary>The checkpoint's agent sessions as a JSON object, or empty.</summary>
    public ReadOnlyMemory<byte> AgentSessions { get; set; }

    /// <summary>When the host cuts this slice off, in Unix ms, as the request says it; <see langword="null"/> when it says nothing that is a number.</summary>
    public double? DeadlineMs { get; set; }

    /// <summary>How long before the deadline a slice should yield, in ms.</summary>
    public double? YieldBeforeMs { get; set; }

    private static IReadOnlyDictionary<string, string> EmptyMetadata { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
