using System.Globalization;

namespace Agnt5.Shared;

/// <summary>The range of a number that need not be whole.</summary>
internal static class NumberRangeReader
{
    public static RangeModel? Read(LimitTarget target, string from, string to, bool isLowExclusive, bool isHighExclusive)
    {
        var isDecimal = target.CSharpName == "decimal";
        var minimum = Read(from, target, isDecimal, isMinimum: true);
        var maximum = Read(to, target, isDecimal, isMinimum: false);
        if (minimum is not null && maximum is not null && IsEmpty(minimum, maximum, isLowExclusive || isHighExclusive))
            throw RangeReader.Empty(from, to);
        return minimum is null && maximum is null ? null : new(target.CSharpName, minimum, maximum, isLowExclusive, isHighExclusive, IsNumber: true);
    }

    // A bound that no value of the type reaches has no effect: [Range(0, double.MaxValue)] of a decimal.
    private static string? Read(string bound, LimitTarget target, bool isDecimal, bool isMinimum)
    {
        if (decimal.TryParse(bound, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && (isDecimal || number != 0))
            return number.ToString(CultureInfo.InvariantCulture);
        if (!double.TryParse(bound, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var large) || double.IsNaN(large))
            throw RangeReader.NotReadable(bound, target);
        if (isDecimal || double.IsInfinity(large))
            return large < 0 == isMinimum ? null : throw RangeReader.Empty(bound, bound);
        return large.ToString("R", CultureInfo.InvariantCulture);
    }

    private static bool IsEmpty(string minimum, string maximum, bool isOpen)
    {
        var order = decimal.TryParse(minimum, NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && decimal.TryParse(maximum, NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
                ? low.CompareTo(high)
                : double.Parse(minimum, CultureInfo.InvariantCulture).CompareTo(double.Parse(maximum, CultureInfo.InvariantCulture));
        return order > 0 || (order == 0 && isOpen);
    }
}
