using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Logs one invocation: how it ended, and each failure once.</summary>
internal readonly struct InvocationLog(ILogger logger, Invocation invocation)
{
    private string RunId => invocation.LoggedRunId;

    private ComponentType Type => invocation.Component.Type;

    private string Name => invocation.Component.Name;

    public void Ended(Outcome outcome, TimeSpan after)
    {
        if (outcome.IsCompleted)
            EndpointLog.Completed(logger, RunId, Type, Name, after.TotalMilliseconds);
        else if (outcome.Suspension is { } suspension)
            EndpointLog.Suspended(logger, RunId, Type, Name, after.TotalMilliseconds, SuspensionText.Of(suspension));
    }

    public void Failed(Exception exception, Failure failure)
    {
        if (exception is InputInvalidException { LoggedProblems: { } problems } && invocation.Settings.LogsInputProblems)
            EndpointLog.InputRefused(logger, RunId, Type, Name, problems);
        else if (exception is InputInvalidException)
            EndpointLog.InputRefused(logger, RunId, Type, Name);
        else if (exception is ServiceMissingException missing)
            EndpointLog.ServiceMissing(logger, RunId, Type, Name, missing.Advice);
        else if (exception is OperationCanceledException && invocation.Cancellation.CallerHasLeft)
            CallerLeft();
        else
            EndpointLog.Failed(logger, exception, RunId, Type, Name, failure.Code);
    }

    public void CallerLeft() => EndpointLog.CallerLeft(logger, RunId, Type, Name);

    public void OutputNotStored(Failure failure) => EndpointLog.OutputNotStored(logger, failure.Cause, RunId, Type, Name, failure.Code, failure.LoggedMessage ?? failure.Message);

    /// <param name="blockedAfter">Where its code blocks the thread, or <see langword="null"/> when it does not.</param>
    public void GivenUp(string? blockedAfter)
    {
        if (blockedAfter is not null)
            EndpointLog.ThreadBlocked(logger, RunId, Type, Name, blockedAfter);
        else
            EndpointLog.GivenUp(logger, RunId, Type, Name);
    }

    public void DisposalFailed(Exception exception) => EndpointLog.DisposalFailed(logger, exception, RunId, Type, Name);
}
