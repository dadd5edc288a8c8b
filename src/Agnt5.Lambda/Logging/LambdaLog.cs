using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Logging;

/// <summary>Writes log lines to a stream, each in one piece. AWS makes an entry of each.</summary>
/// <param name="output">Usually the standard output.</param>
/// <param name="least">The level from which lines are written.</param>
/// <param name="format">Makes the line of an entry.</param>
/// <param name="time">The clock.</param>
internal sealed class LambdaLog(Stream output, LogLevel least, Func<LogEntry, byte[]> format, TimeProvider time) : ILoggerFactory
{
    // A step that was given up may still write while the next event is handled, and its lines belong to the earlier one.
    private static readonly AsyncLocal<string?> Request = new();

    private readonly Lock _writing = new();

    /// <summary>The id of the event for which the current code runs.</summary>
    public static string? RequestId
    {
        get => Request.Value;
        set => Request.Value = value;
    }

    /// <summary>The log that the function's logging configuration asks for.</summary>
    /// <param name="variables">Reads a variable of the environment.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="time">The clock.</param>
    public static LambdaLog Of(Func<string, string?> variables, Stream output, TimeProvider time)
    {
        Func<LogEntry, byte[]> format = string.Equals(variables("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase) ? JsonLine.Of : TextLine.Of;
        return new LambdaLog(output, LogLevels.Of(variables("AWS_LAMBDA_LOG_LEVEL")), format, time);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Add logging with Services.AddLogging, which takes this log's place.");

    public void Dispose()
    {
        // The standard output lives as long as the process.
    }

    private void Write(LogEntry entry)
    {
        var line = format(entry);
        lock (_writing)
        {
            try
            {
                output.Write(line);
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody reads the log any more. Events are answered all the same.
            }
        }
    }

    private sealed class Logger(LambdaLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= log.Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write(new LogEntry(log.Time.GetUtcNow(), logLevel, RequestId, category, formatter(state, exception), exception));
        }
    }

    private LogLevel Least => least;

    private TimeProvider Time => time;
}
