using System.Globalization;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Deadlines of every form: invalid, past, and so near that they cut the work off.</summary>
internal sealed class OddBudget(TimeProvider time) : IMutation
{
    private const long LongestTimerMs = uint.MaxValue;

    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var deadline = random.Below(4) switch
        {
            0 => random.Of("\"soon\"", "-1", "0", "1", "0.5", "1e300", "-1e300", "1e999", "null", "true", "[]", "{}", "-0", "253402300800000", "9223372036854775808"),
            1 => Text(now - random.Below(2_000)),
            2 => Text(now + LongestTimerMs + random.Between(-300, 300)),
            _ => $"{now + random.Below(random.Of(12, 60))}{random.Of("", ".5", ".0", "e0")}",
        };
        var margin = random.Of("0", "0", "0", "1", "5", "1000", "-1", "-1e999", "1e999", "1e308", "null", "\"1\"", "[]");
        return random.OneIn(10)
            ? JsonText.Put(body, [], "budget", TypeSwaps.Odd(random))
            : JsonText.Put(body, [], "budget", $"{{\"deadline_ms\":{deadline},\"yield_before_timeout_ms\":{margin},\"request_timeout_ms\":{random.Of("0", "null", "\"x\"", "1e999")}}}");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
