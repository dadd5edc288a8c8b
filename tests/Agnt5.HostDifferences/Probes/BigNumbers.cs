using System.Globalization;
using System.Numerics;

namespace Agnt5.HostDifferences.Probes;

/// <summary>BigInteger and Complex. wasm has 32 bits, and another width of the parts that a BigInteger is made of.</summary>
internal static class BigNumbers
{
    public static void Add(Report report)
    {
        var large = BigInteger.Parse("123456789012345678901234567890123456789012345678901234567890", CultureInfo.InvariantCulture);
        report.Add("BigInteger.Pow", () => BigInteger.Pow(3, 500));
        report.Add("BigInteger.ModPow", () => BigInteger.ModPow(large, 65537, BigInteger.Pow(2, 255) - 19));
        report.Add("BigInteger quotient", () => BigInteger.Pow(7, 400) / large);
        report.Add("BigInteger remainder", () => -BigInteger.Pow(7, 400) % large);
        report.Add("BigInteger product", () => BigInteger.Pow(7, 900) * BigInteger.Pow(11, 900) % 1000000007);
        report.Add("BigInteger greatest divisor", () => BigInteger.GreatestCommonDivisor(BigInteger.Pow(6, 60), BigInteger.Pow(10, 40)));
        report.Add("BigInteger as X", () => (-large).ToString("X", CultureInfo.InvariantCulture));
        report.Add("BigInteger as B", () => new BigInteger(Values.Int("-5")).ToString("B", CultureInfo.InvariantCulture));
        report.Add("BigInteger as N0", () => large.ToString("N0", CultureInfo.InvariantCulture));
        report.Add("BigInteger as E5", () => large.ToString("E5", CultureInfo.InvariantCulture));
        report.Add("BigInteger bytes", () => large.ToByteArray());
        report.Add("BigInteger to double", () => (double)large);
        report.Add("BigInteger to double, odd", () => (double)(BigInteger.Pow(2, 80) + 1));
        report.Add("BigInteger to long", () => (long)large);
        report.Add("BigInteger of double", () => new BigInteger(Values.Double("1e40")));
        report.Add("BigInteger of NaN", () => new BigInteger(Values.Double("NaN")));
        report.Add("BigInteger.Log", () => BigInteger.Log(large));
        report.Add("BigInteger.Log10", () => BigInteger.Log10(large));
        report.Add("BigInteger shift right", () => -large >> 67);
        report.Add("BigInteger shift left", () => large << 67);
        report.Add("BigInteger and", () => -large & BigInteger.Pow(2, 100));
        report.Add("BigInteger rotate", () => BigInteger.RotateLeft(new BigInteger(Values.Int("5")), 31));
        report.Add("BigInteger rotate of a large one", () => BigInteger.RotateLeft(large, 31));
        report.Add("BigInteger unsigned shift", () => new BigInteger(Values.Int("-5")) >>> 1);
        report.Add("BigInteger unsigned shift of a large one", () => -large >>> 9);
        report.Add("BigInteger leading zeros", () => BigInteger.LeadingZeroCount(new BigInteger(Values.Int("5"))));
        report.Add("BigInteger leading zeros of a large one", () => BigInteger.LeadingZeroCount(large));
        report.Add("BigInteger pop count", () => BigInteger.PopCount(new BigInteger(Values.Int("-5"))));
        report.Add("BigInteger pop count of a large one", () => BigInteger.PopCount(-large));
        report.Add("BigInteger trailing zeros of 0", () => BigInteger.TrailingZeroCount(BigInteger.Zero));
        report.Add("BigInteger bit length", () => (-large).GetBitLength());
        report.Add("BigInteger parse hex", () => BigInteger.Parse("F0000000000000000001", NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        report.Add("BigInteger bytes written", () => ((IBinaryInteger<BigInteger>)new BigInteger(Values.Int("5"))).GetByteCount());
        report.Add("Complex square root", () => Complex.Sqrt(new Complex(Values.Double("-3"), 4)).ToString(CultureInfo.InvariantCulture));
        report.Add("Complex power", () => Complex.Pow(new Complex(Values.Double("1.5"), 2), new Complex(0.3, 0.4)).ToString(CultureInfo.InvariantCulture));
        report.Add("Complex quotient", () => (new Complex(Values.Double("1.5"), 2) / new Complex(3, 7)).ToString(CultureInfo.InvariantCulture));
    }
}
