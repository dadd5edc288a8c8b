using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Runtime;

/// <summary>The lines that the host itself logs.</summary>
internal static partial class LambdaHostLog
{
    [LoggerMessage(1, LogLevel.Error, "{Problem}")]
    public static partial void UnknownEvent(ILogger logger, string problem);

    [LoggerMessage(2, LogLevel.Error, "An event was not answered.")]
    public static partial void NotAnswered(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The runtime API did not take an error: {Problem}")]
    public static partial void ErrorNotTaken(ILogger logger, string problem);

    [LoggerMessage(4, LogLevel.Critical, "The function cannot start.")]
    public static partial void CannotStart(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Critical, "The function ends: {Problem}")]
    public static partial void Ends(ILogger logger, string problem);
}
