namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Invalid values in the records of the reserved prefix, of timers and of steps (protocol section 6).</summary>
internal sealed class OddRecords : IMutation
{
    private static readonly string[] Steps = ["plan", "stop:a", "arrive", "unpack", "quick", "slow", "failing", "judge", "charge", "release", "flaky", "heeds", "ignores", "part:0", "line", "guess"];
    private static readonly string[] Timers = ["rest", "nap", "pause", "sleep_300000ms", "sleep_86400000ms", "sleep_until_0"];
    private static readonly string[] Signals = ["signal:approved:gate%3A1", "signal:count:count", "signal:raw:raw", "signal:go:go"];

    public byte[] Apply(byte[] body, SeededRandom random)
    {
        for (var i = random.Between(1, 4); i > 0; i--)
        {
            var (key, record) = Next(random);
            body = JsonText.Put(body, ["checkpoint", "steps"], key, record);
        }

        return body;
    }

    private static (string Key, string Record) Next(SeededRandom random)
    {
        var step = random.Of<string>(Steps);
        var timer = random.Of<string>(Timers);
        var wait = random.OneIn(2) ? $"answer:{random.Between(-1, 4)}" : random.Of<string>(Signals);
        return random.Below(14) switch
        {
            0 => ($"agnt5:answer:{random.Of("0", "1", "2", "3", "-1", "x", "99999999999")}", random.Of("\"a\"", "null", "\"[\\\"a\\\",1,null]\"", "\"[\"", Any(random))),
            1 => ($"agnt5:{random.Of<string>(Signals)}", random.Of("{\"approved\":true,\"by\":null}", "5", "{\"approved\":1}", "\"text\"", Any(random))),
            2 => ($"agnt5:fired:{timer}", random.Of("true", "false", Any(random))),
            3 => ($"agnt5:since:{wait}", Time(random)),
            4 => ($"agnt5:timeout:{wait}", random.Of("true", "false", "null", Any(random))),
            5 => ($"agnt5:failed:{Escaped(step)}", Failures(random)),
            6 => ($"agnt5:retry:{Escaped(step)}", Retry(random)),
            7 or 8 => ("agnt5:order", Order(random)),
            9 => ("agnt5:events", random.Of("0", "1", "3", "-5", "9223372036854775807", "1.5", "1e2", "\"1\"", Any(random))),
            10 => ("agnt5:now", random.Of("[]", $"[{Time(random)},{Time(random)}]", $"[{string.Join(',', Enumerable.Repeat("1", random.Below(5_000)))}]", Any(random))),
            11 => (timer, Time(random)),
            12 => ($"agnt5:asked:{random.Of("0", "1", "2", "3", "-1", "x")}",
                random.Of("""{"hash":"00","times":1}""", """{"hash":"00","times":2}""", """{"hash":"00","times":-2147483648}""", Any(random))),
            _ => random.OneIn(2) ? (step, Any(random)) : ($"agnt5:{random.Of("", ":", "zzz", "order:x", "agent:s:1:x", "%", "failed", "failed:", "signal:")}", Any(random)),
        };
    }

    private static string Any(SeededRandom random) => random.Below(3) switch
    {
        0 => HugeNumbers.Odd(random),
        1 => BrokenText.Odd(random),
        _ => TypeSwaps.Odd(random),
    };

    private static string Time(SeededRandom random) => random.Of("1", "4102444800000", "-9223372036854775808", "9223372036854775807", "null", "true", "1.5", "1e300", "\"1\"", "[]", Any(random));

    private static string Failures(SeededRandom random)
    {
        var failure = random.Of(
            "{\"type\":\"System.TimeoutException\",\"message\":\"bank\"}", "{\"type\":\"Agnt5.NonRetryableException\",\"message\":\"\"}",
            "{\"message\":\"m\"}", "{\"type\":\"t\"}", "{}", "null", "1", "[]",
            "{\"type\":null,\"message\":null}", "{\"type\":1,\"message\":{}}", "{\"type\":\"t\",\"message\":\"\\ud800\"}", "{\"type\":\"t\",\"message\":\"a\\nb\",\"\\ud800\":1}");
        return random.OneIn(5) ? Any(random) : $"[{string.Join(',', Enumerable.Repeat(failure, random.OneIn(10) ? 2_000 : random.Below(4)))}]";
    }

    private static string Retry(SeededRandom random)
    {
        var attempt = random.Of("1", "2", "0", "-1", "2147483647", "2147483646", "2147483648", "1.5", "null", "\"1\"");
        var ready = random.Of("1", "4102444800000", "9223372036854775807", "-9223372036854775808", "1e3", "null", "\"1\"");
        return random.Of($"{{\"attempt\":{attempt},\"ready_at_ms\":{ready}}}", $"{{\"attempt\":{attempt}}}", $"{{\"ready_at_ms\":{ready}}}", "[]", Any(random));
    }

    private static string Order(SeededRandom random)
    {
        if (random.OneIn(6))
            return Any(random);

        var count = random.OneIn(20) ? 3_000 : random.Below(9);
        return $"[{string.Join(',', Enumerable.Range(0, count).Select(_ => Entry(random)))}]";
    }

    private static string Entry(SeededRandom random) => random.Below(8) switch
    {
        0 => $"\"agnt5:failed:{Escaped(random.Of<string>(Steps))}\"",
        1 => $"\"{random.Of<string>(Timers)}\"",
        2 => $"\"agnt5:{random.Of<string>(Signals)}\"",
        3 => $"\"agnt5:answer:{random.Below(3)}\"",
        4 => $"\"agnt5:timeout:{random.Of("answer:0", "signal:count:count")}\"",
        5 => random.OneIn(3) ? Any(random) : "\"nobody\"",
        _ => $"\"{random.Of<string>(Steps)}\"",
    };

    private static string Escaped(string key) => key.Replace(":", "%3A", StringComparison.Ordinal);
}
