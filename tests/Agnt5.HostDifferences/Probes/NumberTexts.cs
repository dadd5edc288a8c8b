using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Numbers as text: the shortest form that reads back, and each specifier.</summary>
internal static class NumberTexts
{
    public static void Add(Report report)
    {
        foreach (var text in (string[])["0", "-0", "0.1", "1e21", "123456789012345680", "1.5e-7", "5e-324", "1.7976931348623157e308", "NaN", "-Infinity", "2.5", "9007199254740993",
            "-1234.5678"])
        {
            var number = Values.Double(text);
            foreach (var format in (string[])["R", "G17", "G3", "F2", "F20", "E3", "N1", "P1", "C", "0.00", "#,##0.##;(#)"])
                report.Add($"double {text} as {format}", () => number.ToString(format, CultureInfo.InvariantCulture));
            report.Add($"double {text} interpolated", () => $"{number}");
        }

        report.AddHash("double as R", Values.Doubles(3000), static value => value.ToString("R", CultureInfo.InvariantCulture));
        report.AddHash("double as F3", Values.Between(-1e6, 1e6, 2000), static value => value.ToString("F3", CultureInfo.InvariantCulture));
        report.AddHash("double as E16", Values.Doubles(2000), static value => value.ToString("E16", CultureInfo.InvariantCulture));
        report.AddHash("float as text", Values.Bits(3000), static bits => BitConverter.UInt32BitsToSingle((uint)bits & 0xBF7FFFFF).ToString(CultureInfo.InvariantCulture));
        report.AddHash("float as F2", Values.Between(-1e6, 1e6, 2000), static value => ((float)value).ToString("F2", CultureInfo.InvariantCulture));
        report.AddHash("Half as text", Enumerable.Range(0, 31000), static bits => BitConverter.UInt16BitsToHalf((ushort)bits).ToString(CultureInfo.InvariantCulture));
        report.AddHash("long as N0", Values.Bits(1000), static bits => ((long)bits).ToString("N0", CultureInfo.InvariantCulture));
        report.AddHash("ulong as text", Values.Bits(1000), static bits => bits.ToString(CultureInfo.InvariantCulture));
        report.AddHash("Int128 as text", Values.Bits(1000), static bits => new Int128(bits, bits * 3).ToString(CultureInfo.InvariantCulture));
        report.Add("int as X8", () => Values.Int("-1").ToString("X8", CultureInfo.InvariantCulture));
        report.Add("int as B", () => Values.Int("-5").ToString("B", CultureInfo.InvariantCulture));
        report.Add("int as D12", () => Values.Int("-42").ToString("D12", CultureInfo.InvariantCulture));
        report.Add("nint as X", () => ((nint)Values.Int("-1")).ToString("X", CultureInfo.InvariantCulture));
        report.Add("double by string.Format", () =>
            string.Format(CultureInfo.InvariantCulture, "{0,12:F3}|{1:P}|{2:E}", Values.Double("1234.5"), Values.Double("0.256"), Values.Double("3")));
    }
}
