using Microsoft.Extensions.Logging;

namespace Agnt5.Testing.Timelines;

/// <summary>Which logs a timeline shows: what components say, and warnings of the SDK.</summary>
internal static class ShownLogs
{
    private const string OwnPrefix = "Agnt5.";
    private const string ComponentsPrefix = "Agnt5.Components.";

    // What they say of failures stands in the timeline already.
    private static readonly HashSet<string?> SaidAlready = new(StringComparer.Ordinal) { "StepRetried", "Failed" };

    public static bool Shows(TestLog line) =>
        line.Level >= LogLevel.Information
        && !(line.Category.StartsWith(OwnPrefix, StringComparison.Ordinal) && SaidAlready.Contains(line.EventId.Name))
        && (line.Level >= LogLevel.Warning || !line.Category.StartsWith(OwnPrefix, StringComparison.Ordinal) || line.Category.StartsWith(ComponentsPrefix, StringComparison.Ordinal));

    public static string Text(TestLog line)
    {
        var level = line.Level == LogLevel.Information ? "" : $"{line.Level.ToString().ToLowerInvariant()}: ";
        return line.Exception is { } exception ? $"{level}{line.Message} ({exception.GetType().Name}: {exception.Message})" : level + line.Message;
    }
}
