using System.Text;
using Agnt5.Local.Dispatch;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>Answers that were changed at random. Each is an answer or a loss with a reason, and none throws.</summary>
public sealed class AnswerMutationTests
{
    private static readonly string[] Answers =
    [
        """{"status":"completed","output":{"a":[1,2.5,-3e2,"é\u00e9"]},"checkpoint":{"steps":{"a":1,"agnt5:order":["a"]},"agent_sessions":{"s":{"messages":[]}}},"events":[{"event_type":"a","data":{"b":null},"metadata":{"k":"v"},"timestamp_ns":1}]}""",
        """{"status":"completed","output_ref":{"kind":"agnt5.object_store.ref.v1","ref":"r","size_bytes":1,"sha256":"00000000000000000000000000000000000000000000000000000000000000ff","content_type":"application/json"}}""",
        """{"status":"failed","error":{"code":"A","message":"b","retryable":false},"checkpoint":{"steps":{}},"events":[{"event_type":"a"}]}""",
        """{"status":"suspended","reason":"timer","ready_at_ms":12,"timer_key":"sleep","checkpoint":{"steps":{"sleep":1}}}""",
        """{"status":"suspended","reason":"signal","signal_name":"a","waiting_step":"b","timeout_ms":1,"wait_timeout_ms":2}""",
        """{"status":"suspended","reason":"user_input_required","pause_index":0,"step_name":"w","question":"q","input_type":"select","options":[{"id":"a","label":"b","description":"c"}],"allow_custom":true,"skippable":false,"step_events":{"0":null}}""",
        """{"status":"suspended","reason":"budget","budget":{"deadline_ms":1}}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "\" \"", "\"\\ud83d\"", "\"\\u0000\"", "\"completed\"", "\"suspended\"",
        "[]", "{}", "[null]", "{\"a\":null}", "[[[[[]]]]]",
    ];

    private readonly Random _random = new(20260);

    [Fact]
    public void Changed_bytes_never_throw()
    {
        for (var round = 0; round < 40_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Answers[round % Answers.Length]).ToList();
            for (var change = _random.Next(1, 4); change > 0; change--)
                Change(bytes);
            AssertAnswered([.. bytes]);
        }
    }

    [Fact]
    public void Changed_values_never_throw()
    {
        for (var round = 0; round < 40_000; round++)
        {
            var json = Answers[round % Answers.Length];
            for (var change = _random.Next(1, 4); change > 0; change--)
                json = ChangeValue(json);
            AssertAnswered(Encoding.UTF8.GetBytes(json));
        }
    }

    private static void AssertAnswered(byte[] json)
    {
        switch (AnswerReader.Read(json, nowMs: 5))
        {
            case InvokeAnswered { Answer: not null }:
                break;
            case InvokeLost lost:
                Assert.StartsWith("The endpoint's answer is no answer of the protocol: ", lost.Message, StringComparison.Ordinal);
                break;
            default:
                Assert.Fail(Encoding.UTF8.GetString(json));
                break;
        }
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count);
        switch (_random.Next(4))
        {
            case 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, (byte)"{}[]\",:0e-\\ nt"[_random.Next(14)]);
                break;
            default:
                bytes.RemoveRange(at, Math.Min(_random.Next(20), bytes.Count - at));
                bytes.Add((byte)'}');
                break;
        }
    }

    // Puts a value behind one of the colons, in front of the next comma or bracket, which may belong to a text.
    private string ChangeValue(string json)
    {
        var colons = Enumerable.Range(0, json.Length).Where(index => json[index] == ':').ToList();
        if (colons.Count == 0)
            return json;

        var start = colons[_random.Next(colons.Count)] + 1;
        var end = json.IndexOfAny([',', '}', ']'], start);
        return $"{json[..start]}{Values[_random.Next(Values.Length)]}{(end < 0 ? "" : json[end..])}";
    }
}
