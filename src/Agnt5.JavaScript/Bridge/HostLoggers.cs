using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// Loggers that write to the host's log. They are a factory of their own, because the usual one costs an npm package for WebAssembly more than everything else that logs; a program that adds logging
/// itself gets them as a provider.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="endpoint">The endpoint that logs.</param>
/// <param name="levels">What is logged.</param>
internal sealed class HostLoggers(IHost host, int endpoint, LogLevels levels) : ILoggerFactory, ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new HostLogger(host, endpoint, categoryName, levels.Of(categoryName));

    public void AddProvider(ILoggerProvider provider)
    {
        // Whoever has providers adds logging to the services (AddLogging), and then this factory is not asked.
    }

    public void Dispose()
    {
        // The log is the host's.
    }

    private sealed class HostLogger(IHost host, int endpoint, string category, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;

            var text = formatter(state, exception);
            host.Log(endpoint, logLevel, category, exception is null ? text : $"{text}\n{exception}");
        }
    }
}
