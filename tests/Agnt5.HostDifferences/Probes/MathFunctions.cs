namespace Agnt5.HostDifferences.Probes;

/// <summary>The functions of Math, each over many numbers. A hash differs when the last bit of one answer does.</summary>
internal static class MathFunctions
{
    private const int Count = 1000;

    public static void Add(Report report)
    {
        AddDouble(report);
        AddSingle(report);
        AddRounding(report);
        AddPairs(report);
    }

    private static void AddDouble(Report report)
    {
        foreach (var (name, function, low, high) in (ReadOnlySpan<(string, Func<double, double>, double, double)>)
        [
            ("Sin", Math.Sin, -1e3, 1e3), ("Cos", Math.Cos, -1e3, 1e3), ("Tan", Math.Tan, -1e3, 1e3), ("Asin", Math.Asin, -1, 1), ("Acos", Math.Acos, -1, 1), ("Atan", Math.Atan, -1e3, 1e3),
            ("Sinh", Math.Sinh, -50, 50), ("Cosh", Math.Cosh, -50, 50), ("Tanh", Math.Tanh, -20, 20), ("Asinh", Math.Asinh, -1e3, 1e3), ("Acosh", Math.Acosh, 1, 1e3),
            ("Atanh", Math.Atanh, -1, 1),
            ("Exp", Math.Exp, -50, 50), ("Exp2", double.Exp2, -50, 50), ("Exp10", double.Exp10, -20, 20), ("ExpM1", double.ExpM1, -2, 2), ("Log", Math.Log, 0, 1e6),
            ("Log2", Math.Log2, 0, 1e6),
            ("Log10", Math.Log10, 0, 1e6), ("LogP1", double.LogP1, -0.9, 5), ("Cbrt", Math.Cbrt, -1e6, 1e6), ("Sqrt", Math.Sqrt, 0, 1e6), ("SinPi", double.SinPi, -9, 9),
            ("CosPi", double.CosPi, -9, 9),
            ("TanPi", double.TanPi, -9, 9), ("AsinPi", double.AsinPi, -1, 1), ("DegreesToRadians", double.DegreesToRadians, -360, 360), ("RadiansToDegrees", double.RadiansToDegrees, -6, 6),
            ("ReciprocalEstimate", Math.ReciprocalEstimate, 0.1, 100), ("ReciprocalSqrtEstimate", Math.ReciprocalSqrtEstimate, 0.1, 100), ("BitIncrement", Math.BitIncrement, -9, 9),
            ("Cube root by RootN", static value => double.RootN(value, 3), -1e6, 1e6), ("Fifth root by RootN", static value => double.RootN(value, 5), 0, 1e6),
            ("Sin of large numbers", Math.Sin, -1e22, 1e22), ("SinCos", static value => Math.SinCos(value).Cos, -1e3, 1e3),
        ])
            report.AddHash($"Math.{name}", Values.Between(low, high, Count), value => function(value));
    }

    private static void AddSingle(Report report)
    {
        foreach (var (name, function, low, high) in (ReadOnlySpan<(string, Func<float, float>, double, double)>)
        [
            ("Sin", MathF.Sin, -1e3, 1e3), ("Cos", MathF.Cos, -1e3, 1e3), ("Tan", MathF.Tan, -1e3, 1e3), ("Exp", MathF.Exp, -50, 50), ("Log", MathF.Log, 0, 1e6),
            ("Log2", MathF.Log2, 0, 1e6),
            ("Log10", MathF.Log10, 0, 1e6), ("Cbrt", MathF.Cbrt, -1e6, 1e6), ("Sqrt", MathF.Sqrt, 0, 1e6), ("Atan", MathF.Atan, -1e3, 1e3), ("Tanh", MathF.Tanh, -20, 20),
            ("ReciprocalEstimate", MathF.ReciprocalEstimate, 0.1, 100), ("ReciprocalSqrtEstimate", MathF.ReciprocalSqrtEstimate, 0.1, 100),
        ])
            report.AddHash($"MathF.{name}", Values.Between(low, high, Count), value => function((float)value));
    }

    private static void AddRounding(Report report)
    {
        foreach (var mode in (MidpointRounding[])[MidpointRounding.ToEven, MidpointRounding.AwayFromZero, MidpointRounding.ToZero, MidpointRounding.ToNegativeInfinity,
            MidpointRounding.ToPositiveInfinity])
        {
            report.AddHash($"Math.Round {mode}", Halves(), value => Math.Round(value, mode));
            report.AddHash($"Math.Round 2 digits {mode}", Values.Between(-1e6, 1e6, Count), value => Math.Round(value, 2, mode));
            report.AddHash($"MathF.Round {mode}", Halves(), value => MathF.Round((float)value, mode));
        }

        report.AddHash("Math.Floor", Values.Doubles(Count), static value => Math.Floor(value));
        report.AddHash("Math.Ceiling", Values.Doubles(Count), static value => Math.Ceiling(value));
        report.AddHash("Math.Truncate", Values.Doubles(Count), static value => Math.Truncate(value));
        report.AddHash("Math.ILogB", Values.Doubles(Count), static value => Math.ILogB(value));
        report.AddHash("Math.ScaleB", Values.Between(-9, 9, Count), static value => Math.ScaleB(value, (int)(value * 100)));
        report.Add("Math.ILogB(0)", () => Math.ILogB(Values.Double("0")));
        report.Add("Math.ILogB(NaN)", () => Math.ILogB(Values.Double("NaN")));
        report.Add("Math.Round(-0.5)", () => Math.Round(Values.Double("-0.5")));
        report.Add("Math.Round(2.675, 2)", () => Math.Round(Values.Double("2.675"), 2));
    }

    private static void AddPairs(Report report)
    {
        report.AddHash("Math.Pow", Values.Between(0.1, 100, Count), static value => Math.Pow(value, 50 - value));
        report.AddHash("Math.Pow of whole numbers", Enumerable.Range(-20, 40), static value => Math.Pow(1.1, value));
        report.AddHash("Math.Pow of two", Enumerable.Range(-1074, 2097), static value => Math.Pow(2, value));
        report.AddHash("Math.Pow of ten", Enumerable.Range(-300, 600), static value => Math.Pow(10, value));
        report.AddHash("MathF.Pow", Values.Between(0.1, 10, Count), static value => MathF.Pow((float)value, 3.3f));
        report.AddHash("Math.Atan2", Values.Between(-10, 10, Count), static value => Math.Atan2(value, 3 - value));
        report.AddHash("Math.IEEERemainder", Values.Between(-1e6, 1e6, Count), static value => Math.IEEERemainder(value, 3.3));
        report.AddHash("Math.Log of a base", Values.Between(1, 1e6, Count), static value => Math.Log(value, 7));
        report.AddHash("double.Hypot", Values.Between(-1e3, 1e3, Count), static value => double.Hypot(value, value / 3));
        report.AddHash("double.Lerp", Values.Between(-1e3, 1e3, Count), static value => double.Lerp(value, value / 3, 0.3));
        report.AddHash("float.Lerp", Values.Between(-1e3, 1e3, Count), static value => float.Lerp((float)value, (float)value / 3, 0.3f));
        report.AddHash("double.MultiplyAddEstimate", Values.Between(-1e3, 1e3, Count), static value => double.MultiplyAddEstimate(value, 1.1, value / 3));
        report.AddHash("Math.FusedMultiplyAdd", Values.Between(-1e3, 1e3, Count), static value => Math.FusedMultiplyAdd(value, 1.1, value / 3));
        report.AddHash("MathF.FusedMultiplyAdd", Values.Between(-1e3, 1e3, Count), static value => MathF.FusedMultiplyAdd((float)value, 1.1f, (float)value / 3));
        report.Add("Math.Pow(1, NaN)", () => Math.Pow(1, Values.Double("NaN")));
        report.Add("Math.Pow(-1, Infinity)", () => Math.Pow(-1, Values.Double("Infinity")));
        report.Add("Math.Pow(NaN, 0)", () => Math.Pow(Values.Double("NaN"), 0));
        report.Add("Math.Pow(0, -1)", () => Math.Pow(Values.Double("0"), -1));
        report.Add("Math.Pow(-8, 1/3)", () => Math.Pow(Values.Double("-8"), 1.0 / 3));
        report.Add("Math.Atan2(-0, -0)", () => Math.Atan2(-Values.Double("0"), -Values.Double("0")));
        report.Add("Math.IEEERemainder(3, 2)", () => Math.IEEERemainder(Values.Double("3"), 2));
        report.Add("compound interest", () => Math.Round(1000 * Math.Pow(1 + Values.Double("0.035") / 12, 360), 2));
    }

    private static IEnumerable<double> Halves() => Enumerable.Range(-200, 400).Select(static number => number / 4.0);
}
