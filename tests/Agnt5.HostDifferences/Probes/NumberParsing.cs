using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Text read as numbers.</summary>
internal static class NumberParsing
{
    public static void Add(Report report)
    {
        foreach (var text in (string[])
        [
            "1", " 1 ", "1,234.5", "1.5e3", "1e400", "-1e-400", "0x10", "NaN", "nan", "Infinity", "\u221E", "-\u221E", "-0", "1e", "", "\u0661", "\u22121", "1.7976931348623159e308",
            "2.2250738585072011e-308",
            "9007199254740992.99999", "123456789.0123456789012345678901234567890", "+5", "(5)", "1_000", "1\0", "\u00A01", "\u20AC5", "$5",
        ])
        {
            report.Add($"double.Parse '{text}'", () => double.Parse(text, CultureInfo.InvariantCulture));
            report.Add($"float.Parse '{text}'", () => float.Parse(text, CultureInfo.InvariantCulture));
            report.Add($"decimal.Parse '{text}'", () => decimal.Parse(text, NumberStyles.Any, CultureInfo.InvariantCulture));
            report.Add($"int.Parse '{text}'", () => int.Parse(text, NumberStyles.Any, CultureInfo.InvariantCulture));
            report.Add($"double of current culture '{text}'", () => double.TryParse(text, out var number) ? number : null);
        }

        report.AddHash("double.Parse of what R wrote", Values.Doubles(2000), static value => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        report.AddHash("double.Parse of many digits", Values.Bits(2000), static bits => double.Parse($"{bits}{bits}.{bits}e-{bits % 300}", CultureInfo.InvariantCulture));
        report.AddHash("float.Parse of many digits", Values.Bits(2000), static bits => float.Parse($"{bits}.{bits}e-{bits % 50}", CultureInfo.InvariantCulture));
        report.AddHash("decimal.Parse of many digits", Values.Bits(2000), static bits => decimal.Parse($"{bits}.{bits}", CultureInfo.InvariantCulture));
    }
}
