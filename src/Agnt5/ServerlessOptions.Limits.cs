namespace Agnt5;

/// <content>How much a request may cost.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>The default of <see cref="MaxRequestBodyBytes"/>: 8 MiB (protocol section 8).</summary>
    public const long DefaultMaxRequestBodyBytes = 8 * 1024 * 1024;

    /// <summary>The most bytes that a request body may have, 1 to 512 MiB (protocol section 8). Default: 8 MiB.</summary>
    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;
}
