using System.Diagnostics;
using System.Globalization;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Reads how a run is started: what its headers say.</summary>
internal static class StartHeaders
{
    private const int LongestId = 256;
    private const int LongestTenant = 64;
    private const long DefaultWaitMs = 300_000;
    private const long LongestWaitMs = 86_400_000;

    /// <exception cref="GatewayException">A header makes no sense.</exception>
    public static RunRequest Read(GatewayCall call, string componentType, ReadOnlyMemory<byte> input) => new()
    {
        ComponentType = componentType,
        ComponentName = call.Part("name"),
        Input = input,
        Environment = call.Server.Environment,
        DeploymentId = Id(call, "X-Deployment-ID"),
        SessionId = Id(call, "X-Session-ID"),
        UserId = Id(call, "X-User-ID"),
        TenantId = Tenant(call),
        IdempotencyKey = Id(call, "Idempotency-Key"),
        TraceParent = TraceParent(call),
    };

    /// <summary>How long the caller waits for a run's end or pause.</summary>
    /// <exception cref="GatewayException">The header is no number of ms, or too large.</exception>
    public static TimeSpan Wait(GatewayCall call)
    {
        const string name = "X-AGNT5-Wait-Timeout-Ms";
        if (call.Header(name) is not { } text)
            return TimeSpan.FromMilliseconds(DefaultWaitMs);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= LongestWaitMs
            ? TimeSpan.FromMilliseconds(ms)
            : throw new GatewayException(400, "INVALID_HEADER", string.Create(CultureInfo.InvariantCulture, $"The header {name} is no whole number from 0 to {LongestWaitMs}. Nothing has happened."));
    }

    private static string? Id(GatewayCall call, string name) => call.Header(name) is not { } text ? null
        : text.Length <= LongestId && !text.Any(char.IsControl) ? text
        : throw new GatewayException(
            400, "INVALID_HEADER", string.Create(CultureInfo.InvariantCulture, $"The header {name} is longer than {LongestId} characters, or has some that no id has. No run was started."));

    private static string? Tenant(GatewayCall call) => call.Header("X-Tenant-ID") is not { } text ? null
        : text.Length <= LongestTenant && text.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-') ? text
        : throw new GatewayException(400, "INVALID_HEADER", "The header X-Tenant-ID is not 1 to 64 letters, digits, '_' and '-'. No run was started.");

    // A trace that nobody can read is no reason not to run (W3C Trace Context, 3.3).
    private static string? TraceParent(GatewayCall call) => call.Header("traceparent") is { } text && ActivityContext.TryParse(text, traceState: null, out _) ? text : null;
}
