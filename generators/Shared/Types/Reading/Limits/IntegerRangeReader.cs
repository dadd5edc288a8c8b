using System.Globalization;
using System.Numerics;

namespace Agnt5.Shared;

/// <summary>The range of an integer: inclusive whole bounds, without bounds that the type has anyway.</summary>
internal static class IntegerRangeReader
{
    public static RangeModel? Read(LimitTarget target, string from, string to, bool isLowExclusive, bool isHighExclusive)
    {
        var low = Read(from, target, isLowExclusive, isMinimum: true);
        var high = Read(to, target, isHighExclusive, isMinimum: false);
        var (least, greatest) = OwnBounds(target.CSharpName);
        if (low > high || low > greatest || high < least)
            throw RangeReader.Empty(from, to);

        var minimum = low <= least ? null : Text(low);
        var maximum = high >= greatest ? null : Text(high);
        return minimum is null && maximum is null ? null : new(target.CSharpName, minimum, maximum, false, false, IsNumber: true);
    }

    /// <summary>Whether a number is one of the type.</summary>
    public static bool Contains(LimitTarget target, BigInteger number)
    {
        var (least, greatest) = OwnBounds(target.CSharpName);
        return !(number < least) && !(number > greatest);
    }

    private static BigInteger? Read(string bound, LimitTarget target, bool isExclusive, bool isMinimum)
    {
        if (BigInteger.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var whole))
            return isExclusive ? whole + (isMinimum ? 1 : -1) : whole;
        if (decimal.TryParse(bound, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return Inwards(new BigInteger(isMinimum ? Math.Ceiling(number) : Math.Floor(number)), isWhole: number == Math.Floor(number));
        if (!double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) || double.IsNaN(large))
            throw RangeReader.NotReadable(bound, target);
        if (double.IsInfinity(large))
            return large < 0 == isMinimum ? null : throw RangeReader.Empty(bound, bound);
        return Inwards(new BigInteger(large), isWhole: true);

        BigInteger Inwards(BigInteger rounded, bool isWhole) => isExclusive && isWhole ? rounded + (isMinimum ? 1 : -1) : rounded;
    }

    private static (BigInteger? Least, BigInteger? Greatest) OwnBounds(string type) => type switch
    {
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "byte" => (byte.MinValue, byte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "int" => (int.MinValue, int.MaxValue),
        "uint" => (uint.MinValue, uint.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        "global::System.Int128" => (-BigInteger.Pow(2, 127), BigInteger.Pow(2, 127) - 1),
        "global::System.UInt128" => (BigInteger.Zero, BigInteger.Pow(2, 128) - 1),
        _ => (null, null),
    };

    private static string? Text(BigInteger? bound) => bound?.ToString(CultureInfo.InvariantCulture);
}
