using System.Text;

namespace Agnt5.Lambda.Logging;

/// <summary>A log line for people, as AWS writes those of its own runtimes: with tabs between its parts.</summary>
internal static class TextLine
{
    public static byte[] Of(LogEntry entry)
    {
        var text = $"{entry.Timestamp}\t{entry.RequestId ?? "-"}\t{LogLevels.NameOf(entry.Level)}\t{entry.Category}: {entry.Message}{(entry.Exception is { } thrown ? $"\n{thrown}" : "")}";
        // A line break would begin another entry. AWS keeps a carriage return, and shows it as a line break.
        return Encoding.UTF8.GetBytes($"{text.ReplaceLineEndings("\r")}\n");
    }
}
