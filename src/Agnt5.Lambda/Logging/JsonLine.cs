using System.Text.Json;

namespace Agnt5.Lambda.Logging;

/// <summary>A log line as JSON, with the members that AWS gives those of its own runtimes.</summary>
internal static class JsonLine
{
    public static byte[] Of(LogEntry entry)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp"u8, entry.Timestamp);
            writer.WriteString("level"u8, LogLevels.NameOf(entry.Level));
            if (entry.RequestId is { } requestId)
                writer.WriteString("requestId"u8, requestId);
            writer.WriteString("category"u8, entry.Category);
            writer.WriteString("message"u8, entry.Message);
            if (entry.Exception is { } exception)
                Write(writer, exception);
            writer.WriteEndObject();
        }

        json.WriteByte((byte)'\n');
        return json.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteString("errorType"u8, exception.GetType().FullName);
        writer.WriteString("errorMessage"u8, exception.Message);
        writer.WriteString("stackTrace"u8, exception.ToString());
    }
}
