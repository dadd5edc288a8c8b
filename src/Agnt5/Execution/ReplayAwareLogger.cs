using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>A workflow's logger. It is silent while replaying, because an earlier slice has written those lines. A step's body logs always: it does not run in a replay.</summary>
internal sealed class ReplayAwareLogger(ILogger logger, WorkflowSlice slice) : ILogger
{
    private bool IsSilent => slice.IsReplaying && StepScope.Current is null;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !IsSilent && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsSilent)
            logger.Log(logLevel, eventId, state, exception, formatter);
    }
}
