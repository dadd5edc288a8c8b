using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Exception)
{
    /// <summary>The values of the template, as structured logs keep them.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];
}

/// <summary>The log lines of the endpoint.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private readonly ConcurrentQueue<object> _scopes = new();

    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <summary>The scopes that were opened.</summary>
    public IReadOnlyCollection<object> Scopes => _scopes;

    /// <summary>Every text of lines and scopes, as a text and as single values. Exceptions are left out.</summary>
    public IEnumerable<string> Texts => _lines.SelectMany(static line => ValuesIn(line.Values).Append(line.Message))
        .Concat(_scopes.SelectMany(static scope => ValuesIn(scope as IEnumerable<KeyValuePair<string, object?>> ?? []).Append($"{scope}")));

    private static IEnumerable<string> ValuesIn(IEnumerable<KeyValuePair<string, object?>> values) => values.SelectMany(static value => new[] { value.Key, $"{value.Value}" });

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
            where TState : notnull
        {
            log._scopes.Enqueue(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception) { Values = [.. state as IEnumerable<KeyValuePair<string, object?>> ?? []] });
    }
}
