using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>
/// A logger that survives exceptions of its provider: a lost log line must not cost the response, and with it the finished steps. Its scopes hold no text that could look like another line.
/// </summary>
internal sealed class GuardedLogger(ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => Guard(() => PlainScope.Of(state) is { } plain ? logger.BeginScope(plain) : logger.BeginScope(state));

    // Called at each request, so it uses no closure.
    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return logger.IsEnabled(logLevel);
        }
        catch (Exception lost)
        {
            System.Diagnostics.Debug.WriteLine(lost);
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Guard(() =>
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
            return true;
        });
    }

    private static T? Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception lost)
        {
            System.Diagnostics.Debug.WriteLine(lost);
            return default;
        }
    }
}
