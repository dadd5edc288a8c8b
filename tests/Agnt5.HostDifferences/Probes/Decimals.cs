using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Decimal arithmetic, with the zeros behind the point.</summary>
internal static class Decimals
{
    private static readonly string[] Numbers = ["0", "-0.0", "1.10", "0.1", "1e-28", "79228162514264337593543950335", "-7.5", "123456789.987654321", "2.5", "3.5"];

    public static void Add(Report report)
    {
        foreach (var text in Numbers)
        {
            var number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            report.Add($"decimal {text}", () => string.Join(' ', decimal.GetBits(number)));
            report.Add($"decimal {text} / 3", () => number / 3);
            report.Add($"decimal {text} * 1.0", () => number * 1.0m);
            report.Add($"decimal {text} % 0.7", () => number % 0.7m);
            report.Add($"decimal {text} to double", () => (double)number);
            report.Add($"decimal {text} to float", () => (float)number);
            report.Add($"decimal {text} to int", () => (int)number);
            report.Add($"decimal {text} to ulong", () => (ulong)number);
            report.Add($"decimal.Round {text}", () => decimal.Round(number, 0));
            report.Add($"decimal.Round {text} away from zero", () => decimal.Round(number, 0, MidpointRounding.AwayFromZero));
            report.Add($"decimal {text} hash code", () => number.GetHashCode());
            report.Add($"decimal {text} as N3", () => number.ToString("N3", CultureInfo.InvariantCulture));
        }

        report.AddHash("decimal of double", Values.Between(-1e9, 1e9, 2000), static value => (decimal)value);
        report.AddHash("decimal of small double", Values.Between(-1e-9, 1e-9, 2000), static value => (decimal)value);
        report.AddHash("decimal of float", Values.Between(-1e9, 1e9, 2000), static value => (decimal)(float)value);
        report.AddHash("decimal product", Values.Between(-1e9, 1e9, 2000), static value => (decimal)value * 1.3m);
        report.AddHash("decimal quotient", Values.Between(1, 1e9, 2000), static value => 1e12m / (decimal)value);
        report.AddHash("decimal sum", Values.Between(-1e9, 1e9, 2000), static value => (decimal)value + 0.0000001m);
        report.AddHash("decimal to double", Values.Between(-1e9, 1e9, 2000), static value => (double)(1m / ((decimal)value + 1e10m)));
        report.Add("decimal of NaN", () => (decimal)Values.Double("NaN"));
        report.Add("decimal of 1e30", () => (decimal)Values.Double("1e30"));
        report.Add("decimal overflow", () => Values.Decimal("79228162514264337593543950335") + 1);
        report.Add("decimal / 0", () => Values.Decimal("1") / Values.Decimal("0"));
    }
}
