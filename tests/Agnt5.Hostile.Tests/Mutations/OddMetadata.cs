namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>The metadata of wake-ups, in every odd form (protocol section 6).</summary>
internal sealed class OddMetadata : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        for (var i = random.Between(1, 5); i > 0; i--)
        {
            var (name, value) = Next(random);
            body = JsonText.Put(body, ["metadata"], name, value);
        }

        return body;
    }

    private static (string Name, string Value) Next(SeededRandom random) => random.Below(10) switch
    {
        0 => ("pause_index", random.Of("0", "\"0\"", "\"1\"", "\"-1\"", "\"2147483648\"", "\"one\"", "\" 1 \"", "\"\"", "1e2", "null", "\"٣\"")),
        1 => ("user_response",
            random.Of("\"a\"", "\"\"", "\"__skip__\"", "\"__skipped__\"", "\"__custom__:\"", "\"__custom__:x\"", "\"[\\\"a\\\"]\"", "\"[1,null,{}]\"", "\"[\"", "7", BrokenText.Odd(random))),
        2 => ("step_events", random.Of(
            "\"{\\\"0\\\":\\\"a\\\",\\\"1\\\":null}\"", "\"{\\\"-1\\\":1,\\\"x\\\":2}\"", "\"[]\"", "\"{\"", "\"\"", "\"null\"", "{}", $"\"{new string('[', 5_000)}\"", BrokenText.Odd(random))),
        3 => ("signal_name", random.Of("\"approved\"", "\"count\"", "\"raw\"", "\"go\"", "\"\"", "\"\\u0000\"", "1")),
        4 => ("waiting_step", random.Of("\"gate:1\"", "\"\"", "\"count\"", "\"gate%3A1\"", "null", "[]")),
        5 => ("signal_payload", random.Of(
            "\"{\\\"approved\\\":true}\"", "\"5\"", "\"text\"", "\"\"", "\"\\\"\\\\ud800\\\"\"", "\"1e999\"",
            "\"{\\\"a\\\":1} x\"", "7", "null", $"\"{new string('[', 256)}{new string(']', 256)}\"",
            $"\"{new string('[', 257)}{new string(']', 257)}\"", $"\"{new string('[', 254)}{new string(']', 254)}\"", "\"\\ufeff1\"", BrokenText.Odd(random))),
        6 => ("trigger_type", random.Of("\"mcp\"", "\"MCP\"", "\"\"", "5")),
        7 => (random.Of("mcp.server", "mcp.tool", "mcp.subject", "mcp.auth_method", "mcp.client"), random.Of("\"x\"", "\"\"", "null", "{}", BrokenText.Odd(random))),
        8 => (random.Of("traceparent", "tracestate", "baggage"),
            random.Of("\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"", "\"00-0-0-0\"", "\"ff\"", "\"\"", $"\"{new string('f', 9_000)}\"", BrokenText.Odd(random))),
        _ => (random.Of("session_id", "", " ", "a\\u0000", "\\ud800"), TypeSwaps.Odd(random)),
    };
}
