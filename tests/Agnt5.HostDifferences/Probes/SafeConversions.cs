using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Conversions that .NET defines for each number, and those between other types.</summary>
internal static class SafeConversions
{
    public static void Add(Report report)
    {
        foreach (var number in (string[])["NaN", "Infinity", "1.9", "-1.5", "2.5", "3e9", "1e30", "-1e30"])
        {
            var value = Values.Double(number);
            report.Add($"checked double to int {number}", () => checked((int)value));
            report.Add($"checked double to long {number}", () => checked((long)value));
            report.Add($"checked double to ulong {number}", () => checked((ulong)value));
            report.Add($"Convert.ToInt32 {number}", () => Convert.ToInt32(value, CultureInfo.InvariantCulture));
            report.Add($"Convert.ToInt64 {number}", () => Convert.ToInt64(value, CultureInfo.InvariantCulture));
            report.Add($"Convert.ToByte {number}", () => Convert.ToByte(value, CultureInfo.InvariantCulture));
            report.Add($"Convert.ToDecimal {number}", () => Convert.ToDecimal(value, CultureInfo.InvariantCulture));
            report.Add($"int.CreateSaturating {number}", () => int.CreateSaturating(value));
            report.Add($"long.CreateSaturating {number}", () => long.CreateSaturating(value));
            report.Add($"ulong.CreateSaturating {number}", () => ulong.CreateSaturating(value));
            report.Add($"byte.CreateSaturating {number}", () => byte.CreateSaturating(value));
            report.Add($"int.CreateTruncating {number}", () => int.CreateTruncating(value));
            report.Add($"long.CreateTruncating {number}", () => long.CreateTruncating(value));
            report.Add($"byte.CreateTruncating {number}", () => byte.CreateTruncating(value));
            report.Add($"int.CreateChecked {number}", () => int.CreateChecked(value));
            report.Add($"double.ConvertToInteger int {number}", () => double.ConvertToInteger<int>(value));
            report.Add($"double.ConvertToInteger long {number}", () => double.ConvertToInteger<long>(value));
            report.Add($"double.ConvertToIntegerNative int {number}", () => double.ConvertToIntegerNative<int>(value));
            report.Add($"TimeSpan.FromSeconds {number}", () => TimeSpan.FromSeconds(value).Ticks);
            report.Add($"DateTime.AddSeconds {number}", () => DateTime.UnixEpoch.AddSeconds(value).Ticks);
            report.Add($"Index of array {number}", () => Values.Bits(5).ToArray()[(int)value]);
        }

        report.AddHash("double to float", Values.Doubles(2000), static value => (float)value);
        report.AddHash("double to Half", Values.Between(-70000, 70000, 2000), static value => (Half)value);
        report.AddHash("long to double", Values.Bits(2000), static bits => (double)(long)bits);
        report.AddHash("long to float", Values.Bits(2000), static bits => (float)(long)bits);
        report.AddHash("ulong to double", Values.Bits(2000), static bits => (double)bits);
        report.AddHash("ulong to float", Values.Bits(2000), static bits => (float)bits);
        report.AddHash("uint to float", Values.Bits(2000), static bits => (float)(uint)bits);
        report.AddHash("int to float", Values.Bits(2000), static bits => (float)(int)bits);
        report.AddHash("Int128 to double", Values.Bits(2000), static bits => (double)new Int128(bits, bits * 3));
        report.AddHash("UInt128 to float", Values.Bits(2000), static bits => (float)new UInt128(bits >> 3, bits * 3));
        report.AddHash("double to long in range", Values.Between(-9e18, 9e18, 2000), static value => (long)value);
        report.AddHash("double to ulong in range", Values.Between(0, 1.8e19, 2000), static value => (ulong)value);
        report.AddHash("double to int in range", Values.Between(-2e9, 2e9, 2000), static value => (int)value);
        report.AddHash("double to uint in range", Values.Between(0, 4e9, 2000), static value => (uint)value);
        report.Add("nint.MaxValue", () => (long)nint.MaxValue);
        report.Add("nint of 5 billion", () => (long)unchecked((nint)Values.Long("5000000000")));
        report.Add("checked nint of 5 billion", () => (long)checked((nint)Values.Long("5000000000")));
        report.Add("nint sum", () => (long)unchecked((nint)Values.Int("2147483647") + 1));
        report.Add("nint.GetHashCode", () => ((nint)Values.Int("-7")).GetHashCode());
    }
}
