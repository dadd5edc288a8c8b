namespace Agnt5.HostDifferences.Probes;

/// <summary>Arithmetic of fractions: rounding, NaN, signed zeros, and no precision that is not asked for.</summary>
internal static class Fractions
{
    public static void Add(Report report)
    {
        var (nan, infinity, zero) = (Values.Double("NaN"), Values.Double("Infinity"), Values.Double("0"));
        report.Add("0.1 + 0.2", () => Values.Double("0.1") + Values.Double("0.2"));
        report.Add("float 0.1 + 0.2", () => Values.Single("0.1") + Values.Single("0.2"));
        report.Add("0 / 0", () => zero / zero);
        report.Add("Infinity - Infinity", () => infinity - infinity);
        report.Add("Infinity * 0", () => infinity * zero);
        report.Add("float 0 / 0", () => (float)zero / (float)zero);
        report.Add("-NaN", () => -nan);
        report.Add("NaN + 1", () => nan + 1);
        report.Add("Sqrt(-1)", () => Math.Sqrt(Values.Double("-1")));
        report.Add("Log(-1)", () => Math.Log(Values.Double("-1")));
        report.Add("double.NaN", () => double.NaN);
        report.Add("parsed NaN", () => nan);
        report.Add("NaN % 1", () => nan % 1);
        report.Add("NaN of float to double", () => (double)Values.Single("NaN"));
        report.Add("NaN of double to float", () => (float)nan);
        report.Add("NaN == NaN", () => nan == -nan);
        report.Add("NaN.Equals", () => nan.Equals(nan));
        report.Add("NaN.CompareTo", () => nan.CompareTo(infinity));
        report.Add("-0.0 == 0.0", () => -zero == zero);
        report.Add("1 / -0.0", () => 1 / -zero);
        report.Add("Math.Min(0, -0)", () => Math.Min(zero, -zero));
        report.Add("Math.Max(-0, 0)", () => Math.Max(-zero, zero));
        report.Add("Math.Min(NaN, 1)", () => Math.Min(nan, 1));
        report.Add("Math.Max(1, NaN)", () => Math.Max(1, nan));
        report.Add("Math.Sign(NaN)", () => Math.Sign(nan));
        report.Add("Math.Abs(-0)", () => Math.Abs(-zero));
        report.Add("Math.Clamp(NaN)", () => Math.Clamp(nan, 1, 2));
        report.Add("Math.MaxMagnitude(-2, 2)", () => Math.MaxMagnitude(Values.Double("-2"), 2));
        report.Add("float product keeps no more", () => Values.Single("16777217") * Values.Single("1.0000001") - Values.Single("16777219"));
        report.Add("float overflow", () => Values.Single("3e38") * 10 / 10);
        report.Add("denormal sum", () => Values.Double("5e-324") + Values.Double("5e-324"));
        report.Add("denormal float", () => Values.Single("1e-45") / 2);
        report.Add("double.Epsilon / 2", () => Values.Double("5e-324") / 2);
        report.AddHash("double sum and product", Values.Between(-1e9, 1e9, 2000), static value => value * 1.1 + 0.3);
        report.AddHash("double quotient", Values.Doubles(2000), static value => 1 / value);
        report.AddHash("double remainder", Values.Doubles(2000), static value => value % 1.7);
        report.AddHash("float sum and product", Values.Between(-1e9, 1e9, 2000), static value => (float)value * 1.1f + 0.3f);
        report.AddHash("float quotient", Values.Between(-1e9, 1e9, 2000), static value => 1.1f / (float)value);
        report.AddHash("float remainder", Values.Between(-1e9, 1e9, 2000), static value => (float)value % 1.7f);
        report.AddHash("Half sum and product", Values.Between(-200, 200, 2000), static value => (Half)value * (Half)1.1 + (Half)0.3);
        report.AddHash("Half quotient", Values.Between(-200, 200, 2000), static value => (Half)1.1 / (Half)value);
        report.Add("sum of 1000 floats", () => Values.Between(0, 1, 1000).Select(static value => (float)value).ToArray().Sum());
        report.Add("sum of 1000 doubles", () => Values.Between(0, 1, 1000).ToArray().Sum());
        report.Add("average of 1000 doubles", () => Values.Between(0, 1, 1000).ToArray().Average());
        report.Add("average of 1000 floats", () => Values.Between(0, 1, 1000).Select(static value => (float)value).ToArray().Average());
        report.Add("average of 1000 ints", () => Values.Bits(1000).Select(static bits => (int)bits).ToArray().Average());
        report.Add("maximum with NaN", () => new[] { 1, nan, 2 }.Max());
        report.Add("minimum with NaN", () => new[] { 1, nan, 2 }.Min());
        report.Add("minimum of zeros", () => new[] { zero, -zero }.Min());
    }
}
