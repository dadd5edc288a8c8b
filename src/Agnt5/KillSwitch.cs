using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Decides at each request whether the endpoint answers (protocol section 1).</summary>
/// <param name="options">The options.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where a resolver that throws is told of. Anybody can make it throw, so its lines are counted.</param>
internal sealed class KillSwitch(ServerlessOptions options, TimeProvider time, ILogger logger)
{
    private const string Variable = "AGNT5_SERVERLESS_ENABLED";

    private static readonly Failure Off = new(503, ErrorCodes.Disabled, "This endpoint is switched off.");
    private static readonly Failure Unknown = new(500, ErrorCodes.HandlerError, "The endpoint failed; its log has the reason.");

    private readonly LineTally _lines = new(time, (_, count) => EndpointLog.SwitchFailedMore(logger, count));

    /// <param name="hostContext">What the host knows of the request (<see cref="ServerlessRequest.HostContext"/>).</param>
    /// <returns>What answers the request while the endpoint is off, or when the app's resolver throws; else <see langword="null"/>.</returns>
    public Failure? Refuse(object? hostContext)
    {
        try
        {
            return IsOn(hostContext) ? null : Off;
        }
        catch (Exception exception)
        {
            if (_lines.IsFirst(nameof(Unknown)))
                EndpointLog.SwitchFailed(logger, exception);
            return Unknown;
        }
    }

    private bool IsOn(object? hostContext) =>
        options.RequestEnabledResolver?.Invoke(hostContext) ?? options.EnabledResolver?.Invoke() ?? options.Enabled ?? !MeansOff(options.RequestVariable(hostContext, Variable));

    private static bool MeansOff(string? value)
    {
        if (value is null)
            return false;

        var word = value.AsSpan().Trim();
        return word is "0"
            || word.Equals("false", StringComparison.OrdinalIgnoreCase)
            || word.Equals("no", StringComparison.OrdinalIgnoreCase)
            || word.Equals("off", StringComparison.OrdinalIgnoreCase)
            || word.Equals("disabled", StringComparison.OrdinalIgnoreCase);
    }
}
