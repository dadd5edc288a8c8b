using Microsoft.Extensions.Logging;

namespace Agnt5.Payloads;

/// <summary>Log messages about inputs that come by reference.</summary>
internal static partial class PayloadLog
{
    [LoggerMessage(18, LogLevel.Error, "The input of {Type} {Component} could not be checked: its SHA-256 could not be computed")]
    public static partial void ChecksumFailed(ILogger logger, Exception exception, ComponentType type, string component);
}
