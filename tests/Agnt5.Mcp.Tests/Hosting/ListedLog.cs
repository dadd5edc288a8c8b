using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>Keeps the lines of the log.</summary>
internal sealed class ListedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> _lines = new();

    /// <summary>The lines of the MCP server at a level.</summary>
    public IReadOnlyList<string> Of(LogLevel level) =>
        [.. _lines.Where(line => line.Level == level && line.Category.StartsWith("Agnt5.Mcp", StringComparison.Ordinal)).Select(static line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ListedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue((logLevel, category, formatter(state, exception)));
    }
}
