namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>The gateway's envelope around the payload of an event or webhook, in every half-right form (protocol section 4).</summary>
internal sealed class OddEnvelopes : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        for (var i = random.Between(1, 3); i > 0; i--)
        {
            var (path, name, value) = Next(random);
            body = JsonText.Put(body, path, name, value);
        }

        return body;
    }

    private static (string[] Path, string Name, string Value) Next(SeededRandom random) => random.Below(9) switch
    {
        0 => (["input"], "event", TypeSwaps.Odd(random)),
        1 => (["input"], random.Of("target_kind", "deployment_id", "_webhook"), random.Of("true", "\"deployment_id\"", "\"\"", "null", "1", BrokenText.Odd(random))),
        2 => (["input", "event"], random.Of("id", "name", "source"), random.Of("\"order.created\"", "\"anything\"", "\"\"", "null", "7", BrokenText.Odd(random), TypeSwaps.Odd(random))),
        3 => (["input", "event"], "timestamp_ns", random.Of("1733337600000000000", "\"1733337600000000000\"", "\"soon\"", "1.5e18", BrokenText.Odd(random), HugeNumbers.Odd(random))),
        4 => (["input", "event"], "data", random.Of("null", "[]", "\"text\"", "{}", "{\"_webhook\":1}", "{\"_webhook\":true}", BrokenText.Odd(random), TypeSwaps.Odd(random))),
        5 => (["input", "event", "data"], "_webhook", random.Of("true", "true", "true", "\"true\"", "null")),
        6 => (["input", "event", "data"], "body",
            random.Of("\"\"", "null", "{}", "7", "\" \"", "\"{\"", "\"{} {}\"", "\"\\ufeff{}\"", "\"{\\\"id\\\":\\\"\\\\ud800\\\"}\"", $"\"{new string('[', 5_000)}\"", BrokenText.Odd(random))),
        7 => (["input", "event", "data"], "headers", random.Of("null", "[]", "{\"a\":1,\"b\":[\"c\"],\"A\":\"d\",\"\":null}", "{\"\\ud800\":\"x\",\"x\":\"\\udc00\"}", TypeSwaps.Odd(random))),
        _ => (["input", "event", "data"], random.Of("source", "event_type", "idempotency_key", "timestamp", "integration_id"),
            random.Of("\"GitHub\"", "\"github.push\"", "1733337600", HugeNumbers.Odd(random), BrokenText.Odd(random), TypeSwaps.Odd(random))),
    };
}
