using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>Reads the endpoint's log lines as they are written, and keeps only the lines that should not be there.</summary>
internal sealed class WatchfulLog : ILoggerProvider
{
    private const int LongestLine = 4_000;
    private const int RequestFailedInside = 10;
    private const int GivenUpAtTheDeadline = 12;

    private readonly ConcurrentQueue<string> _findings = new();

    /// <summary>Whether work that ignored its deadline was given up.</summary>
    public bool HasSeenWorkGivenUp { get; private set; }

    /// <summary>Takes the findings so far.</summary>
    public string[] TakeFindings()
    {
        var findings = new List<string>();
        while (_findings.TryDequeue(out var finding))
            findings.Add(finding);
        return [.. findings];
    }

    public ILogger CreateLogger(string categoryName) => new Reader(this);

    public void Dispose()
    {
    }

    private void Read(EventId id, string line, Exception? exception)
    {
        if (id.Id == RequestFailedInside)
            _findings.Enqueue($"an exception reached the endpoint's last resort: {exception}");
        HasSeenWorkGivenUp |= id.Id == GivenUpAtTheDeadline;
        if (line.Any(char.IsControl))
            _findings.Enqueue($"a log line holds control characters: {line}");
        if (line.Length > LongestLine)
            _findings.Enqueue($"a log line has {line.Length} characters: {line[..200]}");
        for (var text = line; text is not null; exception = exception?.InnerException)
        {
            if (Secrets.In(text) is { } secret)
                _findings.Enqueue($"the log shows {secret}: {text}");
            text = exception?.Message;
        }
    }

    private sealed class Reader(WatchfulLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Read(eventId, formatter(state, exception), exception);
    }
}
