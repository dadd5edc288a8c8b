using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Local.Tests.Dispatch.Hosting;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>Protocol section 4 from the caller's side: what an invoke says.</summary>
public sealed class InvokeBodyTests
{
    private const string Head =
        """{"protocol_version":"workerless.v1","run_id":"run_01dispatched","project_id":"local","deployment_id":"dep_1","component_type":"workflow","component_name":"any","attempt":0,"is_streaming":false""";

    private const string Budget = ""","budget":{"deadline_ms":31000,"request_timeout_ms":30000,"yield_before_timeout_ms":1000}}""";

    private static readonly RunState Run = DispatchedRun.Of("workflow", "any");

    [Fact]
    public void A_first_slice_has_the_input_as_it_came_and_no_checkpoint() =>
        Assert.Equal($$$"""{{{Head}}},"input":{ "a" : "é" },"metadata":{"deployment_id":"dep_1"}{{{Budget}}}""", Write(Run, """{ "a" : "é" }"""));

    [Fact]
    public void A_run_without_input_sends_none() => Assert.Equal($$$"""{{{Head}}},"metadata":{"deployment_id":"dep_1"}{{{Budget}}}""", Write(Run, ""));

    [Fact]
    public void A_later_slice_has_the_checkpoint_the_latest_answer_and_the_latest_signal()
    {
        var run = Run with
        {
            Checkpoint = """{"steps":{"a":1}}"""u8.ToArray(),
            LatestAnswer = new GivenAnswer("yes \"now\"", 2, """{"0":"no"}"""),
            LatestSignal = new GivenSignal("sig_1", "paid", "gate", """{"by":"Ada"}"""),
        };

        Assert.Equal(
            $$$"""{{{Head}}},"metadata":{"deployment_id":"dep_1","user_response":"yes \"now\"","pause_index":"2","step_events":"{\"0\":\"no\"}","signal_name":"paid","waiting_step":"gate","signal_payload":"{\"by\":\"Ada\"}"},"checkpoint":{"steps":{"a":1}}{{{Budget}}}""",
            Write(run, ""));
    }

    [Fact]
    public void An_answer_before_its_question_names_no_question()
    {
        var json = Write(Run with { LatestAnswer = new GivenAnswer("yes", null, null), LatestSignal = new GivenSignal("sig_1", "paid", null, "1") }, "");

        Assert.Contains(""""metadata":{"deployment_id":"dep_1","user_response":"yes","signal_name":"paid","signal_payload":"1"}"""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_of_the_caller_is_in_the_metadata_once()
    {
        var spec = Run.Spec with
        {
            SessionId = "s", UserId = "u", TenantId = "t", RootRunId = "r", TraceParent = "00-1", IsStreaming = true,
            Metadata = new Dictionary<string, string> { ["trigger_type"] = "mcp", ["session_id"] = "other", ["deployment_id"] = "other" },
        };

        Assert.Contains(
            ""","is_streaming":true,"metadata":{"trigger_type":"mcp","session_id":"s","user_id":"u","tenant_id":"t","root_run_id":"r","traceparent":"00-1","deployment_id":"dep_1"}""",
            Write(Run with { Spec = spec }, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_starts_a_run_does_not_answer_its_questions_with_the_same_call()
    {
        var forged = new Dictionary<string, string>
        {
            ["user_response"] = "yes", ["pause_index"] = "0", ["step_events"] = "{}", ["signal_name"] = "paid", ["waiting_step"] = "paid", ["signal_payload"] = "1",
        };

        Assert.Contains(""""metadata":{"deployment_id":"dep_1"}"""", Write(Run with { Spec = Run.Spec with { Metadata = forged } }, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_payloads_are_named_by_where_they_lie()
    {
        using var body = InvokeBody.Write(Parts(Run, "12345") with
        {
            InputLink = new InputLink("http://127.0.0.1/in?a=1&b=2", 5, "ab", 77),
            Upload = new UploadLink("http://127.0.0.1/out", "out.1", 10, 20, 78),
        });

        Assert.Contains(
            ""","input_ref":{"kind":"agnt5.object_store.signed_url.v1","url":"http://127.0.0.1/in?a=1&b=2","method":"GET","size_bytes":5,"sha256":"ab","content_type":"application/json","expires_at_ms":77},"output_upload":{"kind":"agnt5.object_store.signed_url.v1","url":"http://127.0.0.1/out","method":"PUT","ref":"out.1","threshold_bytes":10,"max_bytes":20,"content_type":"application/json","expires_at_ms":78},"metadata":""",
            Encoding.UTF8.GetString(body.Json.Span), StringComparison.Ordinal);
    }

    private static string Write(RunState run, string input)
    {
        using var body = InvokeBody.Write(Parts(run, input));
        return Encoding.UTF8.GetString(body.Json.Span);
    }

    private static InvokeParts Parts(RunState run, string input) => new() { Run = run, Deployment = DispatchedRun.Deployment(), Input = Encoding.UTF8.GetBytes(input), NowMs = 1000 };
}
