namespace Agnt5.Local.Payloads;

/// <summary>What counts as a large payload, and where large ones are served.</summary>
internal sealed record PayloadSettings
{
    /// <summary>The most bytes of a payload (protocol section 7): 64 MiB.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The scheme, host and port of the server with <see cref="PayloadRoutes"/>, as endpoints reach it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Longer inputs are fetched by the endpoint. Default: 1 MiB.</summary>
    public int InputThresholdBytes { get; init; } = 1024 * 1024;

    /// <summary>Longer outputs are uploaded by the endpoint. Default: 1 MiB.</summary>
    public int OutputThresholdBytes { get; init; } = 1024 * 1024;

    /// <summary>The longest output that is taken. Default: 64 MiB.</summary>
    public int MaxOutputBytes { get; init; } = MostBytes;
}
