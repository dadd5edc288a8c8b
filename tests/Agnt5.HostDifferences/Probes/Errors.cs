using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Agnt5.HostDifferences.Probes;

/// <summary>The texts of exceptions, which code may put into a key or compare.</summary>
internal static class Errors
{
    public static void Add(Report report)
    {
        foreach (var (name, fail) in (ReadOnlySpan<(string, Action)>)
        [
            ("int.Parse", static () => int.Parse("x", CultureInfo.InvariantCulture)),
            ("overflow", static () => _ = checked(Values.Int("2147483647") + Values.Int("1"))),
            ("division by zero", static () => _ = Values.Int("1") / Values.Int("0")),
            ("null", static () => _ = ((string)Nothing()!).Length),
            ("index", static () => _ = Values.Bits(1).ToArray()[Values.Int("5")]),
            ("list index", static () => _ = new List<int>()[Values.Int("5")]),
            ("key", static () => _ = new Dictionary<string, int>()["missing"]),
            ("frozen key", static () => _ = new Dictionary<string, int>().ToFrozenDictionary()["missing"]),
            ("cast", static () => _ = (string)(object)Values.Int("5")),
            ("argument null", static () => ArgumentNullException.ThrowIfNull(Nothing(), "it")),
            ("argument out of range", static () => ArgumentOutOfRangeException.ThrowIfNegative(Values.Int("-5"), "it")),
            ("empty sequence", static () => Array.Empty<int>().First()),
            ("more than one", static () => ((int[])[1, 2]).Single()),
            ("invalid operation", static () => new Queue<int>().Dequeue()),
            ("format", static () => _ = string.Format(CultureInfo.InvariantCulture, "{0}{1}", "x")),
            ("Guid", static () => Guid.Parse("x")),
            ("JSON", static () => JsonDocument.Parse("{\"a\":tru}")),
            ("enum", static () => Enum.Parse<DayOfWeek>("Someday")),
            ("cancelled", static () => new CancellationToken(true).ThrowIfCancellationRequested()),
            ("timeout", static () => throw new TimeoutException()),
            ("not supported", static () => throw new NotSupportedException()),
            ("plain", static () => throw new Exception()),
            ("own text", static () => throw new InvalidOperationException("mine")),
            ("argument with a name", static () => throw new ArgumentException("mine", "it")),
            ("several", static () => throw new AggregateException(new InvalidOperationException("one"), new TimeoutException("two"))),
            ("file", static () => File.ReadAllText("/nowhere/nothing.txt")),
            ("zone", static () => TimeZoneInfo.FindSystemTimeZoneById("Nowhere/Nothing")),
            ("address", static () => _ = new Uri("nothing")),
            ("pattern", static () => _ = new System.Text.RegularExpressions.Regex("(a")),
            ("Base64", static () => Convert.FromBase64String("*")),
            ("date", static () => DateTime.Parse("someday", CultureInfo.InvariantCulture)),
        ])
        {
            report.Add($"error of {name}: text", () => Caught(fail).Message);
            report.Add($"error of {name}: type", () => Caught(fail).GetType().FullName);
            report.Add($"error of {name}: HResult", () => Caught(fail).HResult);
        }

        report.Add("error as text, first line", () => Caught(static () => throw new InvalidOperationException("mine")).ToString().Split('\n')[0].TrimEnd());
        report.Add("stack has lines", () => Caught(static () => throw new InvalidOperationException("mine")).StackTrace?.Contains("Errors", StringComparison.Ordinal));
        report.Add("stack, its form", () => Caught(static () => throw new InvalidOperationException("mine")).StackTrace?.TrimStart().Split(' ')[0]);
        report.Add("error has a method", () => Caught(static () => throw new InvalidOperationException("mine")).TargetSite is not null);
        report.Add("error has a source", () => Caught(static () => throw new InvalidOperationException("mine")).Source);
    }

    private static object? Nothing() => Values.Int("1") == 1 ? null : "";

    private static Exception Caught(Action fail)
    {
        try
        {
            fail();
        }
        catch (Exception exception)
        {
            return exception;
        }

        return new NotSupportedException("It did not fail.");
    }
}
