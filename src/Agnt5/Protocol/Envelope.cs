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

    /// <summary>The input's JSON, empty when it is absent or <c>null</c>.</summary>
    public ReadOnlyMemory<byte> Input { get; set; }

    public IReadOnlyDictionary<string, string> Metadata { get; set; } = EmptyMetadata;

    /// <summary>The recorded steps of earlier slices, each as JSON, in the order of the document; <see langword="null"/> when there are none.</summary>
    public OrderedDictionary<string, ReadOnlyMemory<byte>>? Steps { get; set; }

    private static IReadOnlyDictionary<string, string> EmptyMetadata { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
