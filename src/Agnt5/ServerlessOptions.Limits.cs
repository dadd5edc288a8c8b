using Agnt5.Primitives;

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
    /// The most memory of all bodies together that are still arriving and that nobody has verified yet, 1 byte to 1 TiB. When they need more, the one that has been arriving for the longest
    /// is refused with 503 <c>WORKERLESS_BUSY</c>, and its caller may try again in a second (protocol section 3). A body that is there at once is not counted, and one body of
    /// <see cref="MaxRequestBodyBytes"/> always fits. Default: 24 MiB.
    /// </summary>
    public long MaxUnverifiedBytes { get; set; } = DefaultMaxUnverifiedBytes;

    /// <summary>The default of <see cref="MaxJsonDepth"/>: 256 levels (protocol section 8).</summary>
    public const int DefaultMaxJsonDepth = JsonDepth.Default;

    /// <summary>
    /// How many levels JSON may nest, 64 to 4,096 (protocol section 8): requests as a whole, the bodies of webhooks, inputs by reference, and what components return and steps record. Default: 256.
    /// </summary>
    /// <remarks>
    /// A deeper request is refused with 400 <c>WORKERLESS_INVALID_REQUEST</c>. So a checkpoint that was recorded under a greater bound cannot be read under a smaller one: let its runs end before you
    /// lower the bound. Above 256 levels, a large request may have only a small part that nests deeper. Typed values nest 64 levels, whatever this is set to.
    /// </remarks>
    public int MaxJsonDepth { get; set; } = DefaultMaxJsonDepth;
}
