using System.Numerics;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Arithmetic of integers, at its edges.</summary>
internal static class WholeNumbers
{
    public static void Add(Report report)
    {
        var (least, minusOne, zero, most) = (Values.Int("-2147483648"), Values.Int("-1"), Values.Int("0"), Values.Int("2147483647"));
        var (leastLong, minusOneLong) = (Values.Long("-9223372036854775808"), Values.Long("-1"));
        report.Add("int.MinValue / -1", () => least / minusOne);
        report.Add("int.MinValue % -1", () => least % minusOne);
        report.Add("long.MinValue / -1", () => leastLong / minusOneLong);
        report.Add("long.MinValue % -1", () => leastLong % minusOneLong);
        report.Add("int / 0", () => most / zero);
        report.Add("int % 0", () => most % zero);
        report.Add("long / 0", () => leastLong / Values.Long("0"));
        report.Add("-int.MinValue", () => unchecked(-least));
        report.Add("Math.Abs(int.MinValue)", () => Math.Abs(least));
        report.Add("checked int sum", () => checked(most + Values.Int("1")));
        report.Add("checked int product", () => checked(most * Values.Int("2")));
        report.Add("checked long product", () => checked(leastLong * Values.Long("3")));
        report.Add("unchecked int product", () => unchecked(most * Values.Int("7")));
        report.Add("checked int to byte", () => checked((byte)Values.Int("300")));
        report.Add("unchecked int to sbyte", () => unchecked((sbyte)Values.Int("300")));
        report.Add("unchecked long to int", () => unchecked((int)Values.Long("8589934597")));
        report.Add("-7 / 2", () => Values.Int("-7") / Values.Int("2"));
        report.Add("-7 % 2", () => Values.Int("-7") % Values.Int("2"));
        report.Add("1 << 33", () => Values.Int("1") << Values.Int("33"));
        report.Add("1 << -1", () => Values.Int("1") << Values.Int("-1"));
        report.Add("1L << 65", () => Values.Long("1") << Values.Int("65"));
        report.Add("-8 >> 1", () => Values.Int("-8") >> Values.Int("1"));
        report.Add("-8 >>> 1", () => Values.Int("-8") >>> Values.Int("1"));
        report.Add("byte shift", () => (byte)(Values.Int("255") << 1));
        report.AddHash("long product, quotient, remainder", Values.Bits(1000), static bits =>
            $"{unchecked((long)bits * 31)} {(long)bits / 1009} {(long)bits % 1009} {bits / 1009} {bits % 1009}");
        report.AddHash("Math.BigMul", Values.Bits(1000), static bits => $"{Math.BigMul(bits, bits * 3, out var low)} {low}");
        report.AddHash("Math.BigMul signed", Values.Bits(1000), static bits => Math.BigMul((long)bits, (long)(bits * 3)));
        report.AddHash("Math.DivRem", Values.Bits(1000), static bits => Math.DivRem((int)bits, 7));
        report.AddHash("Int128 arithmetic", Values.Bits(1000), static bits => new Int128(bits, bits * 5) * 7 / 13);
        report.AddHash("Int128 remainder", Values.Bits(1000), static bits => new Int128(bits, bits * 5) % new Int128(bits >> 40, bits | 1));
        report.AddHash("UInt128 quotient", Values.Bits(1000), static bits => new UInt128(bits, bits * 5) / new UInt128(bits >> 33, bits | 1));
        report.AddHash("BitOperations.PopCount", Values.Bits(500), static bits => BitOperations.PopCount(bits));
        report.AddHash("BitOperations.LeadingZeroCount", Values.Bits(500), static bits => BitOperations.LeadingZeroCount(bits >> (int)(bits & 63)));
        report.AddHash("BitOperations.TrailingZeroCount", Values.Bits(500), static bits => BitOperations.TrailingZeroCount(bits << (int)(bits & 63)));
        report.AddHash("BitOperations.RotateLeft", Values.Bits(500), static bits => BitOperations.RotateLeft(bits, (int)bits));
        report.AddHash("BitOperations.Crc32C", Values.Bits(500), static bits => BitOperations.Crc32C((uint)bits, bits));
        report.Add("BitOperations.Log2(0)", () => BitOperations.Log2((uint)zero));
        report.Add("LeadingZeroCount(0)", () => BitOperations.LeadingZeroCount((uint)zero));
        report.Add("Math.Clamp of crossed limits", () => Math.Clamp(1, Values.Int("5"), Values.Int("2")));
        report.Add("int.Log2(-1)", () => int.Log2(minusOne));
    }
}
