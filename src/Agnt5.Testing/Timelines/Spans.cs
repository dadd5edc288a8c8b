using System.Globalization;

namespace Agnt5.Testing.Timelines;

/// <summary>Writes times as people say them: <c>2 d 1 h</c>.</summary>
internal static class Spans
{
    public static string Text(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
            return $"-{Text(span.Negate())}";

        List<string> parts = [];
        Add(span.Days, "d");
        Add(span.Hours, "h");
        Add(span.Minutes, "min");
        var seconds = span.Seconds + (span.Milliseconds / 1000m);
        if (seconds > 0 || parts.Count == 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s"));
        return string.Join(' ', parts);

        void Add(int count, string unit)
        {
            if (count > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unit}"));
        }
    }
}
