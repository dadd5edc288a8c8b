using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>A workflow's logger: silent while replaying, since an earlier slice has written those lines.</summary>
internal sealed class ReplayAwareLogger(ILogger logger, WorkflowSlice slice) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !slice.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!slice.IsReplaying)
            logger.Log(logLevel, eventId, state, exception, formatter);
    }
}
