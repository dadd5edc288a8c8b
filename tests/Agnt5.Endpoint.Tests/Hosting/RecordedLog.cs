using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Exception);

/// <summary>The log lines of the endpoint.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <summary>Everything that reaches a log sink, exceptions included.</summary>
    public string Text => string.Join('\n', _lines.Select(static line => $"{line.Message}\n{line.Exception}"));

    public IEnumerable<LogLine> About(string text) => _lines.Where(line => line.Message.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for a line. When the caller has left, the invocation ends later than the test can see.</summary>
    public async Task<LogLine> WaitForAsync(string text)
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (About(text).FirstOrDefault() is { } line)
                return line;
            await Task.Delay(20, patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception));
    }
}
