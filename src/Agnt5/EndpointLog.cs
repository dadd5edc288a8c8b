using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Log messages of the endpoint. Each failure is logged once, and never with a secret or a payload. <see cref="Payloads.PayloadLog"/> has number 18.</summary>
internal static partial class EndpointLog
{
    [LoggerMessage(
        1,
        LogLevel.Warning,
        "No signing secret is configured: invokes are refused with WORKERLESS_SIGNING_SECRET_REQUIRED. Set AGNT5_SERVERLESS_SIGNING_SECRET or ServerlessOptions.SigningSecret. " +
        "On your own machine, with ASPNETCORE_ENVIRONMENT=Development: ServerlessHost and AddAgnt5 make one for a program that runs out of its project's folder; " +
        "elsewhere, such as in a JavaScript host, Agnt5__AllowUnsigned=true takes unsigned invokes.")]
    public static partial void SecretMissing(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "AllowUnsigned is on: while no signing secret is configured, anyone who reaches this endpoint can invoke it.")]
    public static partial void UnsignedAllowed(ILogger logger);

    [LoggerMessage(30, LogLevel.Warning, "A signing secret is shorter than 16 bytes, so one captured request is enough to guess it. Make another, for example with: openssl rand -base64 32")]
    public static partial void SecretShort(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "The signing secret resolver threw; the invoke was refused.")]
    public static partial void SecretResolverFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "An invoke was refused with {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, string code, string reason);

    [LoggerMessage(20, LogLevel.Debug, "An invoke was refused with {Code}, as others before: {Reason}")]
    public static partial void RefusedAgain(ILogger logger, string code, string reason);

    [LoggerMessage(21, LogLevel.Warning, "{Count} more invokes were refused with {Code} within a minute of the first")]
    public static partial void RefusedMore(ILogger logger, long count, string code);

    [LoggerMessage(22, LogLevel.Error, "EnabledResolver or RequestEnabledResolver threw; the request was refused.")]
    public static partial void SwitchFailed(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Error, "{Count} more requests were refused because EnabledResolver or RequestEnabledResolver threw, within a minute of the first")]
    public static partial void SwitchFailedMore(ILogger logger, long count);

    [LoggerMessage(5, LogLevel.Warning, "Run {RunId}: the input of {Type} {Component} was refused with WORKERLESS_INPUT_INVALID")]
    public static partial void InputRefused(ILogger logger, string runId, ComponentType type, string component);

    [LoggerMessage(14, LogLevel.Warning, "Run {RunId}: the input of {Type} {Component} was refused with WORKERLESS_INPUT_INVALID. {Problems}")]
    public static partial void InputRefused(ILogger logger, string runId, ComponentType type, string component, string problems);

    [LoggerMessage(6, LogLevel.Error, "Run {RunId}: {Type} {Component} failed with {Code}")]
    public static partial void Failed(ILogger logger, Exception exception, string runId, ComponentType type, string component, string code);

    [LoggerMessage(7, LogLevel.Error, "Run {RunId}: {Type} {Component} needs a service that is missing. {Advice}")]
    public static partial void ServiceMissing(ILogger logger, string runId, ComponentType type, string component, string advice);

    [LoggerMessage(8, LogLevel.Information, "Run {RunId}: the caller left before {Type} {Component} had ended")]
    public static partial void CallerLeft(ILogger logger, string runId, ComponentType type, string component);

    [LoggerMessage(9, LogLevel.Error, "Run {RunId}: disposing the services of {Type} {Component} failed after it had ended")]
    public static partial void DisposalFailed(ILogger logger, Exception exception, string runId, ComponentType type, string component);

    [LoggerMessage(10, LogLevel.Error, "A request failed inside the endpoint")]
    public static partial void Unexpected(ILogger logger, Exception exception);

    [LoggerMessage(11, LogLevel.Debug, "A caller left before its request was read")]
    public static partial void CallerLeftEarly(ILogger logger);

    [LoggerMessage(19, LogLevel.Debug, "The web server failed to read a request's body")]
    public static partial void BodyBroken(ILogger logger, Exception exception);

    [LoggerMessage(24, LogLevel.Warning, "The budget.deadline_ms of an invoke looks like {Unit}, and must be Unix time in milliseconds: its slice yields at once, or never")]
    public static partial void DeadlineInOtherUnit(ILogger logger, string unit);

    [LoggerMessage(12, LogLevel.Warning, "Run {RunId}: {Type} {Component} has work that ignores its CancellationToken. The work was given up and still runs")]
    public static partial void GivenUp(ILogger logger, string runId, ComponentType type, string component);

    [LoggerMessage(13, LogLevel.Error, "Run {RunId}: the output of {Type} {Component} was not stored ({Code}): {Reason}")]
    public static partial void OutputNotStored(ILogger logger, Exception? exception, string runId, ComponentType type, string component, string code, string reason);

    [LoggerMessage(
        15,
        LogLevel.Error,
        "Run {RunId}: {Type} {Component} blocks its thread {Where}. It was given up and still holds the thread. "
            + "Await durable calls instead of .Result or .Wait(), and move work that blocks into a step (AGT4014).")]
    public static partial void ThreadBlocked(ILogger logger, string runId, ComponentType type, string component, string where);

    [LoggerMessage(16, LogLevel.Debug, "Run {RunId}: {Type} {Component} completed in {Milliseconds:0.0} ms")]
    public static partial void Completed(ILogger logger, string runId, ComponentType type, string component, double milliseconds);

    [LoggerMessage(17, LogLevel.Debug, "Run {RunId}: {Type} {Component} was suspended after {Milliseconds:0.0} ms and waits for {WaitsFor}")]
    public static partial void Suspended(ILogger logger, string runId, ComponentType type, string component, double milliseconds, string waitsFor);
}
