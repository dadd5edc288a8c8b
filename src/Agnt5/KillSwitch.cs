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

    /// <param name="request">The request. Its <see cref="ServerlessRequest.HostContext"/> may be made when it is asked for, so only who needs it asks.</param>
    /// <returns>What answers the request while the endpoint is off, or when the app's resolver throws; else <see langword="null"/>.</returns>
    public Failure? Refuse(ServerlessRequest request)
    {
        try
        {
            return IsOn(request) ? null : Off;
        }
        catch (Exception exception)
        {
            if (_lines.IsFirst(nameof(Unknown)))
                EndpointLog.SwitchFailed(logger, exception);
            return Unknown;
        }
    }

    private bool IsOn(ServerlessRequest request) =>
        options.RequestEnabledResolver?.Invoke(request.HostContext) ?? options.EnabledResolver?.Invoke() ?? options.Enabled ?? !MeansOff(options.VariableOf(request, Variable));

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
