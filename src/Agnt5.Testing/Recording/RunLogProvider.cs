using Microsoft.Extensions.Logging;

namespace Agnt5.Testing.Recording;

/// <summary>Gives each line that code logs to the slice that the code belongs to.</summary>
/// <param name="time">The clock of the test.</param>
internal sealed class RunLogProvider(TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new RunLogger(categoryName, time);

    public void Dispose()
    {
    }

    private sealed class RunLogger(string category, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            SliceLog.Current?.Add(new TestLog(time.GetUtcNow(), logLevel, category, eventId, formatter(state, exception), exception));
    }
}
