using System.Globalization;

namespace Agnt5.Shared;

/// <summary>The range of a date, a time or a span of time. A schema has no words for it.</summary>
internal static class TimeRangeReader
{
    public static RangeModel Read(LimitTarget target, string from, string to, bool isLowExclusive, bool isHighExclusive)
    {
        var order = Read(from, target).CompareTo(Read(to, target));
        return order > 0 || (order == 0 && (isLowExclusive || isHighExclusive))
            ? throw RangeReader.Empty(from, to)
            : new(target.CSharpName, from, to, isLowExclusive, isHighExclusive, IsNumber: false);
    }

    private static TimeSpan Read(string bound, LimitTarget target)
    {
        const DateTimeStyles asUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (target.CSharpName is "global::System.TimeSpan")
            return TimeSpan.TryParse(bound, CultureInfo.InvariantCulture, out var span) ? span : throw RangeReader.NotReadable(bound, target);
        if (!DateTime.TryParse(bound, CultureInfo.InvariantCulture, asUtc | DateTimeStyles.NoCurrentDateDefault, out var date))
            throw RangeReader.NotReadable(bound, target);
        if (target.CSharpName is "global::System.DateOnly" && date.TimeOfDay != TimeSpan.Zero)
            throw RangeReader.NotReadable(bound, target);
        if (target.CSharpName is "global::System.TimeOnly" && date.Date != DateTime.MinValue)
            throw RangeReader.NotReadable(bound, target);
        return date - DateTime.MinValue;
    }
}
