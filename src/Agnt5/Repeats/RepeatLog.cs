using Microsoft.Extensions.Logging;

namespace Agnt5.Repeats;

/// <summary>Log messages about requests that come again.</summary>
internal static partial class RepeatLog
{
    [LoggerMessage(140, LogLevel.Debug, "A request came again, and its caller got the first answer again")]
    public static partial void AnsweredAgain(ILogger logger);

    [LoggerMessage(141, LogLevel.Error, "SeenRequests failed to remember a request; the invoke was refused")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(142, LogLevel.Warning, "SeenRequests failed to hold an answer; its request stays remembered")]
    public static partial void AnswerNotHeld(ILogger logger, Exception exception);
}
