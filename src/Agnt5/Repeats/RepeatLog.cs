using Microsoft.Extensions.Logging;

namespace Agnt5.Repeats;

/// <summary>Log messages about requests that come again.</summary>
internal static partial class RepeatLog
{
    [LoggerMessage(140, LogLevel.Debug, "A request came again, and its caller got the first answer again")]
    public static partial void AnsweredAgain(ILogger logger);

    [LoggerMessage(141, LogLevel.Error, "SeenRequests failed to remember a request; the invoke was refused")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(142, LogLevel.Warning, "SeenRequests failed to hold an answer, or took longer than a second; its request stays remembered")]
    public static partial void AnswerNotHeld(ILogger logger, Exception exception);

    [LoggerMessage(143, LogLevel.Warning, "{Count} more answers were not held by SeenRequests within a minute of the first")]
    public static partial void MoreAnswersNotHeld(ILogger logger, long count);
}
