using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Logging;

/// <summary>What a log line is made of.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Level">Its level.</param>
/// <param name="RequestId">The event to which it belongs, if any.</param>
/// <param name="Category">Who wrote it.</param>
/// <param name="Message">The message.</param>
/// <param name="Exception">What was thrown, if anything.</param>
internal sealed record LogEntry(DateTimeOffset Time, LogLevel Level, string? RequestId, string Category, string Message, Exception? Exception)
{
    /// <summary>The time as AWS writes it.</summary>
    public string Timestamp => Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
}
