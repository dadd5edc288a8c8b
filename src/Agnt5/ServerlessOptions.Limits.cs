using Agnt5.Primitives;

namespace Agnt5;

/// <content>How much a request may cost.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>The default of <see cref="MaxRequestBodyBytes"/>: 8 MiB (protocol section 8).</summary>
    public const long DefaultMaxRequestBodyBytes = 8 * 1024 * 1024;

    /// <summary>The most bytes that a request body may have, 1 to 512 MiB (protocol section 8). Default: 8 MiB.</summary>
    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

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
