using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Gateway;

/// <summary>What the gateway says. Never a payload, never a key.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(201, LogLevel.Information, "{Guide}")]
    public static partial void Guide(ILogger logger, string guide);

    [LoggerMessage(200, LogLevel.Error, "{Method} {Route} failed because of an error in the gateway. Nothing else is touched by it. Please report this.")]
    public static partial void CallBroken(ILogger logger, Exception exception, string method, string? route);
}
