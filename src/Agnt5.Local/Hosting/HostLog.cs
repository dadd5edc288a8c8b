using Agnt5.Local.Engine.Flow;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Hosting;

/// <summary>What the host says. Never a payload, never a secret.</summary>
internal static partial class HostLog
{
    [LoggerMessage(100, LogLevel.Error, "Run {RunId} was ended because of an error in the engine. All other runs go on. Please report this.")]
    public static partial void RunBroken(ILogger logger, Exception exception, string runId);

    [LoggerMessage(101, LogLevel.Error, "A key of {Kind} in {Scope} could not go on because of an error in the engine. It is tried again in a minute. Please report this.")]
    public static partial void KeyBroken(ILogger logger, Exception exception, FlowKind kind, string scope);

    [LoggerMessage(102, LogLevel.Error, "A call failed because of an error in the engine. Please report this.")]
    public static partial void CallBroken(ILogger logger, Exception exception);

    [LoggerMessage(103, LogLevel.Error, "The store failed. What it could not do has not happened: callers were told so, and what endpoints answered is tried again in a second. All else goes on.")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Error, "A slice of run {RunId} was lost because of an error in the engine. It is sent again. Please report this.")]
    public static partial void DispatchBroken(ILogger logger, Exception exception, string runId);

    [LoggerMessage(105, LogLevel.Error, "Run {RunId} was ended because the store takes other changes and refuses this run's.")]
    public static partial void RunGivenUp(ILogger logger, Exception exception, string runId);
}
