using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>Keeps what the app logs: each line, and its exception.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Line, Exception? Exception)> _lines = new();

    public IReadOnlyCollection<(string Line, Exception? Exception)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
