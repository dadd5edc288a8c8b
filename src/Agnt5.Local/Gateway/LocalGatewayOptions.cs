namespace Agnt5.Local;

/// <summary>Options of <c>MapAgnt5Local</c>: who may call the gateway, and how much it takes. They are checked when it is mapped.</summary>
public sealed class LocalGatewayOptions
{
    /// <summary>The default of <see cref="MaxBodyBytes"/>: 16 MiB.</summary>
    public const int DefaultMaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>The default of <see cref="MaxStreams"/>.</summary>
    public const int DefaultMaxStreams = 1_000;

    /// <summary>
    /// The key that callers send as <c>X-API-KEY</c> or <c>Authorization: Bearer</c>, at least 16 visible ASCII characters. Default: the configuration's <c>AGNT5_API_KEY</c>, else the one of
    /// <see cref="KeyFile"/>, else one that is made and lives as long as the process.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// The file that keeps the key over restarts. It is made at the first start, for its owner alone. Default: beside the database (<c>.api-key</c>), in Development in the folder <c>obj</c> of the
    /// project, or none.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// Whether other machines may call. Default: <see langword="false"/>: a request from another address, or with the name of another host, is refused with 403. Pages of other origins are refused
    /// either way.
    /// </summary>
    public bool AllowOtherMachines { get; set; }

    /// <summary>The most bytes of a request's body, 1 KiB to 64 MiB. Larger ones are refused with 413. Default: 16 MiB.</summary>
    public int MaxBodyBytes { get; set; } = DefaultMaxBodyBytes;

    /// <summary>The most streams of events at once, 1 to 100,000. More are refused with 503. Default: 1,000.</summary>
    public int MaxStreams { get; set; } = DefaultMaxStreams;

    /// <summary>
    /// Whether inputs and outputs above 1 MiB go to endpoints of other processes by signed URLs of this server, as on AGNT5 (protocol section 7). Their options must allow it: <c>OutboundGuard</c>
    /// with <c>RequireHttps</c> off, <c>AllowPrivateNetworks</c> on and this port among <c>AllowedPorts</c>. Map the gateway on the app itself then, and on no group.
    /// Default: <see langword="false"/>: all of it goes inline.
    /// </summary>
    public bool ServePayloads { get; set; }

    /// <summary>How long a stream says nothing before it sends a sign of life, 1 second to 1 hour. Default: 15 seconds.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <exception cref="InvalidOperationException">An option cannot work; the message lists all that cannot.</exception>
    internal void ThrowIfInvalid()
    {
        string[] problems = [.. Problems()];
        if (problems.Length > 0)
            throw new InvalidOperationException($"MapAgnt5Local cannot serve the gateway. {string.Join(" ", problems)}");
    }

    private IEnumerable<string> Problems()
    {
        // The value is a secret: it is not repeated.
        if (ApiKey is { } key && !Gateway.Access.ApiKey.IsUsable(key))
            yield return "ApiKey is no key: give at least 16 visible ASCII characters, or leave it out and one is made.";
        if (MaxBodyBytes is < 1024 or > 64 * 1024 * 1024)
            yield return $"MaxBodyBytes is {MaxBodyBytes}: give a number from 1024 to 67108864.";
        if (MaxStreams is < 1 or > 100_000)
            yield return $"MaxStreams is {MaxStreams}: give a number from 1 to 100000.";
        if (KeepAlive < TimeSpan.FromSeconds(1) || KeepAlive > TimeSpan.FromHours(1))
            yield return $"KeepAlive is {KeepAlive}: give a time from 00:00:01 to 01:00:00.";
    }
}
