namespace Agnt5;

/// <content>How much a request may cost.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>The default of <see cref="MaxRequestBodyBytes"/>: 8 MiB (protocol section 8).</summary>
    public const long DefaultMaxRequestBodyBytes = 8 * 1024 * 1024;

    /// <summary>The most bytes that a request body may have, 1 to 512 MiB (protocol section 8). Default: 8 MiB.</summary>
    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

    /// <summary>
    /// How long a request body may take from its first byte to its last, 1 millisecond to 1 hour. One that takes longer is refused with 408 <c>WORKERLESS_REQUEST_TIMEOUT</c> (protocol section 3).
    /// Default: 30 seconds.
    /// </summary>
    public TimeSpan RequestBodyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The default of <see cref="MaxUnverifiedBytes"/>: 24 MiB (protocol section 3).</summary>
    public const long DefaultMaxUnverifiedBytes = 24 * 1024 * 1024;

    /// <summary>
    /// The most memory, in bytes, of all bodies together that are still arriving and that nobody has verified yet. When they need more, the one that has been arriving for the longest is refused with
    /// 503 <c>WORKERLESS_BUSY</c>, and its caller may try again in a second (protocol section 3). A body that is there at once is not counted, and one body of
    /// <see cref="MaxRequestBodyBytes"/> always fits. Default: 24 MiB.
    /// </summary>
    public long MaxUnverifiedBytes { get; set; } = DefaultMaxUnverifiedBytes;
}
