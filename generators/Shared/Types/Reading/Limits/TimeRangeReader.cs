using System.Globalization;

namespace Agnt5.Shared;

/// <summary>The range of a date, a time or a span of time. A schema cannot express it.</summary>
internal static class TimeRangeReader
{
    private const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static RangeModel Read(LimitTarget target, string from, string to, bool isLowExclusive, bool isHighExclusive)
    {
        var (low, minimum) = Read(from, target);
        var (high, maximum) = Read(to, target);
        var order = low.CompareTo(high);
        return order > 0 || (order == 0 && (isLowExclusive || isHighExclusive))
            ? throw RangeReader.Empty(from, to)
            : new(target.CSharpName, minimum, maximum, isLowExclusive, isHighExclusive, IsNumber: false);
    }

    // The time since the earliest value, and a text that means the same in every time zone.
    private static (TimeSpan Value, string Text) Read(string bound, LimitTarget target)
    {
        if (target.CSharpName is "global::System.TimeSpan")
            return TimeSpan.TryParse(bound, CultureInfo.InvariantCulture, out var span) ? (span, bound) : throw RangeReader.NotReadable(bound, target);
        if (!DateTime.TryParse(bound, CultureInfo.InvariantCulture, AsUtc | DateTimeStyles.NoCurrentDateDefault, out var date) || !Fits(date, target))
            throw RangeReader.NotReadable(bound, target);
        return (date - DateTime.MinValue, target.CSharpName switch
        {
            "global::System.DateTime" => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            "global::System.DateTimeOffset" => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            _ => bound,
        });
    }

    private static bool Fits(DateTime date, LimitTarget target) => target.CSharpName switch
    {
        "global::System.DateOnly" => date.TimeOfDay == TimeSpan.Zero,
        "global::System.TimeOnly" => date.Date == DateTime.MinValue,
        _ => true,
    };
}
