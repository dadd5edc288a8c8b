using System.Globalization;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>A caller's names must not look like a line of the log, colour a terminal or reverse text, in any log line.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class ForgedLineTests
{
    /// <summary>Line ends of every kind, ANSI and C1 escapes, bidi overrides and isolates, invisible characters, and half of a surrogate pair.</summary>
    private const string Forged = "r\n\r\0\u007f\u0085\u2028\u2029\u001b[31m\u009b1m\u202e\u2066\u200f\u061c\ufeff\u200b\u00ad\U000E0041FORGED";

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
        """{"component_type":NAME,"component_name":"boom"}""",
        """{"component_type":"function","component_name":"log_in_scopes","run_id":NAME,"input":{"text":NAME},"metadata":{"trigger_type":"mcp","mcp.server":NAME,"mcp.client":NAME}}""",
        """{"component_type":"workflow","component_name":"log_in_scopes_of_a_workflow","run_id":NAME,"input":{"text":NAME}}""",
        """{"component_type":"workflow","component_name":"yield_there","run_id":NAME,"input":{"reason":NAME},"budget":{"deadline_ms":9e15,"yield_before_timeout_ms":9e15}}""",
        """{"component_type":"workflow","component_name":"keyed_steps","run_id":NAME,"input":{"names":[NAME]},"checkpoint":{"steps":{NAME:1}}}""",
        """{"component_type":"workflow","component_name":"pack_large","run_id":NAME,"input":{"event":{"id":NAME,"name":NAME,"data":{"id":NAME,"total":1}},"target_kind":NAME}}""",
        """{"component_type":"workflow","component_name":"price_purchase","run_id":NAME,"input":{"event":{"id":NAME,"name":NAME,"data":{NAME:1}},"target_kind":NAME}}""",
        """{"component_type":"workflow","component_name":"hello","run_id":NAME,"input_ref":{"kind":NAME,"url":NAME,"method":NAME}}""",
        """{"component_type":"workflow","component_name":"hello","run_id":NAME,"output_upload":{"kind":"agnt5.object_store.signed_url.v1","threshold_bytes":0,"url":"https://10.0.0.1/","ref":NAME}}""",
        """{"component_type":"workflow","component_name":"hello","run_id":NAME,"output_upload":{"kind":"agnt5.object_store.signed_url.v1","threshold_bytes":0,"url":NAME,"ref":NAME,"content_type":NAME}}""",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_callers_text_stays_within_its_line(string request)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.LogInputProblems = true, "--Logging:LogLevel:Agnt5", "Trace");

        var answer = await endpoint.InvokeAsync(request.Replace("NAME", Quoted, StringComparison.Ordinal));

        Assert.All(answer.Message ?? "", static c => Assert.True(IsPlain(c), $"U+{(int)c:x4} in the answer"));
        MustBePlain(endpoint.Log);
        foreach (var (name, value) in telemetry.Spans.SelectMany(static span => span.TagObjects))
            Assert.True($"{value}".All(IsPlain), $"{name} of a span is {JsonSerializer.Serialize($"{value}")}");
    }

    [Theory]
    [InlineData("X-AGNT5-Run-ID")]
    [InlineData("X-AGNT5-Attempt-ID")]
    [InlineData("X-AGNT5-Signature")]
    [InlineData("X-AGNT5-Timestamp")]
    public async Task A_callers_header_stays_within_its_line_too(string header)
    {
        foreach (var isSigned in new[] { false, true })
        {
            await using var endpoint = new InMemoryEndpoint(isSigned ? static options => options.SigningSecret = "s" : null);
            var request = InMemoryRequest.Invoke("""{"component_type":"function","component_name":"log_in_scopes","input":{"text":"in scopes"}}""");
            request.Headers["X-AGNT5-Signature"] = "v1=00";
            request.Headers["X-AGNT5-Timestamp"] = "1";
            request.Headers[header] = Forged;

            var answer = await endpoint.SendAsync(request);

            Assert.All(answer.Message ?? "", static c => Assert.True(IsPlain(c), $"U+{(int)c:x4} in the answer"));
            MustBePlain(endpoint.Log);
        }
    }

    [Fact]
    public async Task A_scope_of_plain_texts_reaches_the_log_as_it_was_opened()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync("""{"component_type":"function","component_name":"log_in_scopes","run_id":"r-1","input":{"text":"plain"}}""");

        Assert.Contains(endpoint.Log.Texts, static text => text.StartsWith("Run r-1 as ", StringComparison.Ordinal));
        Assert.Equal(2, endpoint.Log.Scopes.OfType<Dictionary<string, object?>>().Count());
        Assert.Contains("plain", endpoint.Log.Scopes);
    }

    private static void MustBePlain(RecordedLog log)
    {
        Assert.NotEmpty(log.Lines);
        foreach (var text in log.Texts)
            Assert.True(text.All(IsPlain), JsonSerializer.Serialize(text));
        foreach (var line in log.Lines)
        {
            Assert.All(line.Exception?.ToString() ?? "", static c => Assert.True(c is '\r' or '\n' || IsPlain(c), $"U+{(int)c:x4} in an exception"));
            Assert.DoesNotContain("\nFORGED", $"{line.Exception}", StringComparison.Ordinal);
            Assert.DoesNotContain("r\n\r", $"{line.Exception}", StringComparison.Ordinal);
        }
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
