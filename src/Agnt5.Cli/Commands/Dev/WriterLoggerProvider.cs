using Microsoft.Extensions.Logging;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>Writes warnings and errors of the local AGNT5 beside the output of the command.</summary>
/// <param name="writer">Where to.</param>
internal sealed class WriterLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    public ILogger CreateLogger(string categoryName) => new WriterLogger(_writer);

    public void Dispose()
    {
        // The writer is the command's.
    }

    private sealed class WriterLogger(TextWriter writer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // What stops a start is thrown, too, and told by the command.
            if (IsEnabled(logLevel) && eventId.Name != "HostedServiceStartupFaulted")
                writer.WriteLine(exception is null ? $"AGNT5: {formatter(state, exception)}" : $"AGNT5: {formatter(state, exception)}{Environment.NewLine}{exception}");
        }
    }
}
