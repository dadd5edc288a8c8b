using System.Globalization;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>A caller's names must not look like a line of the log, colour a terminal or reverse text, in any log line.</summary>
public sealed class ForgedLineTests
{
    /// <summary>Line ends of every kind, ANSI and C1 escapes, bidi overrides and isolates, invisible characters, and half of a surrogate pair.</summary>
    private const string Forged = "r\n\r\u0085\u2028\u2029\u001b[31m\u009b1m\u202e\u2066\u200f\u061c\ufeff\U000E0041FORGED";

    private static readonly string Quoted = JsonSerializer.Serialize(Forged);

    public static TheoryData<string> Requests =>
    [
        """{"component_type":"function","component_name":"boom","run_id":NAME}""",
        """{"component_type":"function","component_name":NAME}""",
        """{"protocol_version":NAME,"component_type":"function","component_name":"boom"}""",
        """{"component_type":"function","component_name":"stamp","run_id":NAME,"input":{NAME:1}}""",
        """{"component_type":"workflow","component_name":"report","run_id":NAME,"checkpoint":{"steps":{NAME:1}}}""",
        """{"component_type":"workflow","component_name":"await_counts","run_id":NAME,"metadata":{"signal_name":"go","signal_payload":{NAME:"x"}}}""",
        """{"component_type":"workflow","component_name":"count_in_step","run_id":NAME,"checkpoint":{"steps":{"count":{NAME:"x"}}}}""",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_callers_text_stays_within_its_line(string request)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(request.Replace("NAME", Quoted, StringComparison.Ordinal));

        Assert.All(answer.Message ?? "", static c => Assert.True(IsPlain(c), $"U+{(int)c:x4} in the answer"));
        Assert.NotEmpty(endpoint.Log.Lines);
        foreach (var line in endpoint.Log.Lines)
        {
            Assert.All(line.Message, static c => Assert.True(IsPlain(c), $"U+{(int)c:x4} in a log line"));
            Assert.All(line.Exception?.ToString() ?? "", static c => Assert.True(c is '\r' or '\n' || IsPlain(c), $"U+{(int)c:x4} in an exception"));
            Assert.DoesNotContain("\nFORGED", $"{line.Exception}", StringComparison.Ordinal);
            Assert.DoesNotContain("r\n\r", $"{line.Exception}", StringComparison.Ordinal);
        }
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
