using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;

namespace Agnt5.AspNetCore;

/// <summary>
/// Limits of the web server for an endpoint that strangers can reach, where Kestrel's own are made for servers of web pages. The configuration (<c>Kestrel:Limits</c>, with Kestrel's names)
/// comes before these defaults, and the program's code before both.
/// </summary>
internal static class ConnectionLimits
{
    private const long BufferedBytes = 32 * 1024; // Kestrel wants room for the headers.
    private const long SocketBytes = 16 * 1024;
    private const string Section = "Kestrel:Limits:";

    /// <exception cref="InvalidOperationException">A value of the configuration cannot be read; the message names it.</exception>
    public static void Apply(KestrelServerLimits limits, IConfiguration configuration)
    {
        // Kestrel has no limit. A connection costs some kilobytes, whatever comes over it.
        limits.MaxConcurrentConnections = Number(configuration, nameof(limits.MaxConcurrentConnections)) ?? 10_000;

        // Per connection, what has arrived and nobody has read: 1 MiB in Kestrel.
        limits.MaxRequestBufferSize = Number(configuration, nameof(limits.MaxRequestBufferSize)) ?? BufferedBytes;

        // AGNT5 sends the head of a request at once: 30 s in Kestrel.
        limits.RequestHeadersTimeout = Duration(configuration, nameof(limits.RequestHeadersTimeout)) ?? TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = Duration(configuration, nameof(limits.KeepAliveTimeout)) ?? limits.KeepAliveTimeout;

        // One connection must not hold more than many connections may: 100 streams, 768 KiB a stream and 1 MiB together in Kestrel.
        var http2 = limits.Http2;
        http2.MaxStreamsPerConnection = Size(configuration, $"Http2:{nameof(http2.MaxStreamsPerConnection)}") ?? 100;
        http2.InitialStreamWindowSize = Size(configuration, $"Http2:{nameof(http2.InitialStreamWindowSize)}") ?? 256 * 1024;
        http2.InitialConnectionWindowSize = Size(configuration, $"Http2:{nameof(http2.InitialConnectionWindowSize)}") ?? 512 * 1024;

        // For the program's own routes: on the protocol's, the endpoint's time for a body takes the place of Kestrel's rate.
        limits.MinRequestBodyDataRate = Rate(configuration, nameof(limits.MinRequestBodyDataRate)) ?? limits.MinRequestBodyDataRate;
    }

    /// <summary>The sockets have a buffer of their own before it, of 1 MiB in Kestrel. Large bodies come through a small one as fast.</summary>
    public static void Apply(SocketTransportOptions sockets) => sockets.MaxReadBufferSize = SocketBytes;

    private static MinDataRate? Rate(IConfiguration configuration, string key)
    {
        var (bytes, grace) = (Number(configuration, $"{key}:{nameof(MinDataRate.BytesPerSecond)}"), Duration(configuration, $"{key}:{nameof(MinDataRate.GracePeriod)}"));
        return bytes is null && grace is null ? null : new MinDataRate(bytes ?? 240, grace ?? TimeSpan.FromSeconds(5));
    }

    private static int? Size(IConfiguration configuration, string key) => checked((int?)Number(configuration, key));

    private static long? Number(IConfiguration configuration, string key) =>
        configuration[Section + key] is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number
        : throw Unreadable(key, text, "a whole number");

    private static TimeSpan? Duration(IConfiguration configuration, string key) =>
        configuration[Section + key] is not { Length: > 0 } text ? null
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time
        : throw Unreadable(key, text, "a time like 00:00:15");

    private static InvalidOperationException Unreadable(string key, string text, string expected) =>
        new($"The AGNT5 endpoint cannot start. The configuration value {Section}{key} is '{text}': give {expected}.");
}
