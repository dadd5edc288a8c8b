using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Logging;

/// <summary>The names that AWS has for log levels.</summary>
internal static class LogLevels
{
    /// <param name="name">The value of <c>AWS_LAMBDA_LOG_LEVEL</c>. Without one, or with another one, the level is that of .NET's own logs.</param>
    public static LogLevel Of(string? name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };

    public static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };
}
