using System.Globalization;
using System.Numerics;

namespace Agnt5.Types.Tests.Truth;

/// <summary>A JSON number without rounding: digits and a power of ten.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent)
{
    public static ExactNumber Parse(string json)
    {
        var parts = json.Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var fraction = mantissa.Length > 1 ? mantissa[1] : "";
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return new ExactNumber(BigInteger.Parse(mantissa[0] + fraction, CultureInfo.InvariantCulture), exponent - fraction.Length);
    }

    public static bool operator <(ExactNumber left, ExactNumber right) => Compare(left, right) < 0;

    public static bool operator >(ExactNumber left, ExactNumber right) => Compare(left, right) > 0;

    public static bool operator <=(ExactNumber left, ExactNumber right) => Compare(left, right) <= 0;

    public static bool operator >=(ExactNumber left, ExactNumber right) => Compare(left, right) >= 0;

    private static int Compare(ExactNumber left, ExactNumber right)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return left.At(exponent).CompareTo(right.At(exponent));
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
