using System.Text;
using System.Text.Json;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>Protocol section 5 from the caller's side: what an answer says, and what is wrong with one that says nothing.</summary>
public sealed class AnswerReaderTests
{
    private const long NowMs = 1_000_000;

    private const string Question =
        """{"status":"suspended","reason":"user_input_required","pause_index":1,"step_name":"wait_for_user_1","question":"Ship?","input_type":"approval","options":[{"id":"yes","label":"Yes"}],"allow_custom":true,"skippable":true,"step_events":{"0":"a"},"timeout_ms":5,"wait_timeout_ms":7}""";

    [Theory]
    [InlineData("""{"status":"completed"}""", "")]
    [InlineData("""{"status":"completed","output":null}""", "null")]
    [InlineData(""" {"output": [1, {"a" : "é"}] , "status":"completed", "future":{"x":[null]} } """, """[1, {"a" : "é"}]""")]
    public void A_completed_answer_has_its_output_as_it_was_written(string json, string output) => Assert.Equal(output, Text(Read<CompletedAnswer>(json).Output));

    [Fact]
    public void An_uploaded_output_comes_with_its_name_size_and_hash()
    {
        var hash = new string('A', 64);
        var answer = Read<CompletedAnswer>($$$"""{"status":"completed","output_ref":{"kind":"agnt5.object_store.ref.v1","ref":"out.1","size_bytes":12,"sha256":"{{{hash}}}","content_type":"application/json"}}""");

        Assert.Equal(("out.1", 12L, new string('a', 64)), (answer.OutputRef, answer.OutputSize, answer.OutputSha256));
    }

    [Fact]
    public void Checkpoint_sessions_and_events_come_as_they_were_written()
    {
        var answer = Read<CompletedAnswer>(
            """{"status":"completed","checkpoint":{"steps":{"a":1},"agent_sessions":{"s-1":{"messages":[]}, "s-2" : {}}},"events":[{"event_type":"a.b","data":{"x":1},"data_type":"json","metadata":{"k":"v"},"timestamp_ns":1.5e3,"correlation_id":"c","parent_event_id":"p","step_key":"s"},{"event_type":"c","data":null}]}""");

        Assert.Equal("""{"steps":{"a":1},"agent_sessions":{"s-1":{"messages":[]}, "s-2" : {}}}""", Text(answer.Checkpoint));
        Assert.Equal([("s-1", """{"messages":[]}"""), ("s-2", "{}")], answer.Sessions.Select(static session => (session.Key, Text(session.Value))));
        Assert.Equal([("a.b", """{"x":1}""", "v", "s"), ("c", "null", null, null)],
            answer.Events.Select(static emitted => (emitted.EventType, Text(emitted.Data), emitted.Metadata.GetValueOrDefault("k"), emitted.StepKey)));
    }

    [Theory]
    [InlineData("""{"status":"failed","error":{"code":"A","message":"b"}}""", true)]
    [InlineData("""{"status":"failed","error":{"code":"A","message":"b","retryable":true,"details":"c"}}""", true)]
    [InlineData("""{"error":{"retryable":false,"message":"b","code":"A"},"status":"failed","checkpoint":{"steps":{}}}""", false)]
    public void A_failed_answer_says_whether_another_attempt_may_help(string json, bool isRetryable) =>
        Assert.Equal(("A", "b", isRetryable), Read<FailedAnswer>(json) is var failed ? (failed.Code, failed.Message, failed.IsRetryable) : default);

    [Fact]
    public void A_message_of_megabytes_is_cut() =>
        Assert.True(Read<FailedAnswer>($$$"""{"status":"failed","error":{"code":"A","message":"{{{new string('x', 1_000_000)}}}"}}""").Message.Length <= 8 * 1024);

    [Theory]
    [InlineData("""{"status":"suspended","reason":"budget","budget":{"deadline_ms":12.5}}""", "budget")]
    [InlineData("""{"status":"suspended","reason":"my own words"}""", "my own words")]
    public void A_slice_that_yielded_goes_on(string json, string reason) => Assert.Equal(new BudgetPause(reason), Read<SuspendedAnswer>(json).Pause);

    [Fact]
    public void A_sleep_has_its_time() =>
        Assert.Equal(new TimerPause(7, "cool_down"), Read<SuspendedAnswer>("""{"status":"suspended","reason":"timer","ready_at_ms":7.0,"timer_key":"cool_down"}""").Pause);

    [Fact]
    public void The_timeouts_of_a_wait_count_from_now() => Assert.Equal(
        new SignalPause("paid", "gate") { TimesOutAtMs = NowMs + 9, BesideAtMs = NowMs + 4 },
        Read<SuspendedAnswer>("""{"status":"suspended","reason":"signal","wait_timeout_ms":9,"signal_name":"paid","waiting_step":"gate","timeout_ms":4}""").Pause);

    [Fact]
    public void A_wait_of_all_time_does_not_wrap_around() => Assert.Equal(
        long.MaxValue, Read<SuspendedAnswer>($$"""{"status":"suspended","reason":"signal","wait_timeout_ms":{{long.MaxValue}},"signal_name":"paid","waiting_step":"gate"}""").Pause.TimesOutAtMs);

    [Fact]
    public void A_question_comes_with_all_that_a_person_is_shown() => Assert.Equal(
        new QuestionPause
        {
            PauseIndex = 1, StepName = "wait_for_user_1", Question = "Ship?", InputType = "approval", Options = """[{"id":"yes","label":"Yes"}]""", AllowCustom = true, Skippable = true,
            StepEvents = """{"0":"a"}""", TimesOutAtMs = NowMs + 7, BesideAtMs = NowMs + 5,
        },
        Read<SuspendedAnswer>(Question).Pause);

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("null", "it is not a JSON object")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("<!doctype html>", "it is not JSON (line 1, byte 1)")]
    [InlineData("""{"status":"completed"} {}""", "it is not JSON")]
    [InlineData("""{"status":"completed",}""", "it is not JSON")]
    [InlineData("{}", "$.status is missing")]
    [InlineData("""{"status":null}""", "$.status is null")]
    [InlineData("""{"status":"done"}""", "$.status is 'done', and must be completed, failed or suspended")]
    [InlineData("""{"status":1}""", "$.status must be a text, and is a number")]
    [InlineData("""{"status":"\ud800"}""", "half of a surrogate pair")]
    [InlineData("""{"status":"completed","events":null}""", "$.events is null. What there is not is left out")]
    [InlineData("""{"status":"completed","checkpoint":null}""", "$.checkpoint is null")]
    [InlineData("""{"status":"completed","error":null}""", "$.error is null")]
    [InlineData("""{"status":"completed","checkpoint":[]}""", "$.checkpoint must be an object, and is a list")]
    [InlineData("""{"status":"completed","checkpoint":{"steps":null}}""", "$.checkpoint.steps is null")]
    [InlineData("""{"status":"completed","checkpoint":{"agent_sessions":{"a":1}}}""", "$.checkpoint.agent_sessions.* must be an object, and is a number")]
    [InlineData("""{"status":"completed","events":[{"event_type":"a"},{"data":1}]}""", "$.events[1].event_type is missing")]
    [InlineData("""{"status":"completed","events":[{"event_type":" "}]}""", "$.events[0].event_type is blank")]
    [InlineData("""{"status":"completed","events":[7]}""", "$.events[0] must be an object, and is a number")]
    [InlineData("""{"status":"completed","events":[{"event_type":"a","metadata":{"k":1}}]}""", "$.events[0].metadata.k must be a text, and is a number")]
    [InlineData("""{"status":"completed","events":[{"event_type":"a","step_key":null}]}""", "$.events[0].step_key is null")]
    [InlineData(
        """{"status":"completed","output":1,"output_ref":{"ref":"a","size_bytes":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}}""",
        "$.output_ref is there beside output")]
    [InlineData("""{"status":"completed","output_ref":{"ref":"a","size_bytes":-1}}""", "$.output_ref.size_bytes is negative")]
    [InlineData("""{"status":"completed","output_ref":{"ref":"a","sha256":"xyz"}}""", "$.output_ref.sha256 is not 64 hexadecimal digits")]
    [InlineData("""{"status":"completed","output_ref":{"kind":"s3"}}""", "$.output_ref.kind is not agnt5.object_store.ref.v1")]
    [InlineData("""{"status":"completed","output_ref":{}}""", "$.output_ref.ref is missing")]
    [InlineData("""{"status":"failed"}""", "$.error is missing")]
    [InlineData("""{"status":"failed","error":{}}""", "$.error.code is missing")]
    [InlineData("""{"status":"failed","error":{"code":"A"}}""", "$.error.message is missing")]
    [InlineData("""{"status":"failed","error":{"code":"A","message":"b","retryable":"no"}}""", "$.error.retryable must be true or false, and is a text")]
    [InlineData("""{"status":"suspended"}""", "$.reason is missing")]
    [InlineData("""{"status":"suspended","reason":""}""", "$.reason is blank")]
    [InlineData("""{"status":"suspended","reason":"timer","timer_key":"a"}""", "$.ready_at_ms is missing")]
    [InlineData("""{"status":"suspended","reason":"timer","timer_key":"a","ready_at_ms":-5}""", "$.ready_at_ms is negative")]
    [InlineData("""{"status":"suspended","reason":"timer","timer_key":"a","ready_at_ms":1.5}""", "$.ready_at_ms is not a whole number")]
    [InlineData("""{"status":"suspended","reason":"timer","timer_key":"a","ready_at_ms":1e999}""", "$.ready_at_ms is not a whole number")]
    [InlineData("""{"status":"suspended","reason":"signal","waiting_step":"a"}""", "$.signal_name is missing")]
    [InlineData("""{"status":"suspended","reason":"user_input_required"}""", "$.pause_index is missing")]
    public void What_the_protocol_does_not_allow_is_refused_with_its_place(string json, string problem)
    {
        var lost = Assert.IsType<InvokeLost>(AnswerReader.Read(Encoding.UTF8.GetBytes(json), NowMs));

        Assert.Equal(("WORKERLESS_INVALID_RESPONSE", false), (lost.Code, lost.IsFinal));
        Assert.Contains(problem, lost.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pause_index\":1,", "", "$.pause_index is missing")]
    [InlineData("\"pause_index\":1,", "\"pause_index\":99999999999,", "$.pause_index is too large")]
    [InlineData("\"step_name\":\"wait_for_user_1\",", "", "$.step_name is missing")]
    [InlineData("\"question\":\"Ship?\",", "", "$.question is missing")]
    [InlineData("\"approval\"", "\"yes_no\"", "$.input_type is 'yes_no'")]
    [InlineData("\"options\":[{\"id\":\"yes\",\"label\":\"Yes\"}],", "", "$.options is missing")]
    [InlineData("\"label\":\"Yes\"", "\"label\":null", "$.options[0].label is null")]
    [InlineData(",\"label\":\"Yes\"", "", "$.options[0].label is missing")]
    [InlineData("\"skippable\":true", "\"skippable\":1", "$.skippable must be true or false")]
    [InlineData("{\"0\":\"a\"}", "[]", "$.step_events must be an object")]
    public void A_question_that_nobody_could_be_shown_is_refused(string part, string instead, string problem)
    {
        var answer = Encoding.UTF8.GetBytes(Question.Replace(part, instead, StringComparison.Ordinal));

        Assert.Contains(problem, Assert.IsType<InvokeLost>(AnswerReader.Read(answer, NowMs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_events_are_refused()
    {
        var events = string.Join(',', Enumerable.Repeat("""{"event_type":"a"}""", 100_000));

        var lost = Assert.IsType<InvokeLost>(AnswerReader.Read(Encoding.UTF8.GetBytes($$"""{"status":"completed","events":[{{events}}]}"""), NowMs));

        Assert.Contains("$.events has more than 50000 entries", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var lost = Assert.IsType<InvokeLost>(AnswerReader.Read(Encoding.UTF8.GetBytes($$"""{"status":"completed","output":{{new string('[', 1_000_000)}}"""), NowMs));

        Assert.Contains("nests deeper than 4100 levels", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused() => Assert.Contains(
        "it is not UTF-8", Assert.IsType<InvokeLost>(AnswerReader.Read((byte[])[.. "{\"status\":\""u8, 0xC3, .. "\"}"u8], NowMs)).Message, StringComparison.Ordinal);

    /// <summary>What the TypeScript SDK answered when the conformance suite was recorded.</summary>
    [Fact]
    public void Every_recorded_answer_of_another_SDK_is_understood()
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Folder, "tests", "conformance", "golden.json")));
        var bodies = golden.RootElement.GetProperty("cases").EnumerateObject().Select(static one => one.Value).Where(IsAnswer).Select(static one => one.GetProperty("body"))
            .Where(IsWhole).Select(static body => body.GetRawText()).ToList();

        Assert.True(bodies.Count > 100, $"{bodies.Count} answers were found");
        Assert.All(bodies, static body => Assert.IsType<InvokeAnswered>(AnswerReader.Read(Encoding.UTF8.GetBytes(body), NowMs)));
    }

    private static bool IsAnswer(JsonElement recorded) =>
        recorded.TryGetProperty("status", out var status) && status.GetInt32() == 200 && recorded.TryGetProperty("body", out var body) && body.TryGetProperty("status", out _);

    // Where a value changes from run to run, the suite has kept a placeholder, and of some events the name alone.
    private static bool IsWhole(JsonElement body) =>
        body.GetRawText() is var text && !text.Contains("\"$", StringComparison.Ordinal) && !text.Contains("\"<number>\"", StringComparison.Ordinal)
        && !(body.TryGetProperty("events", out var events) && events[0].ValueKind == JsonValueKind.String);

    private static T Read<T>(string json)
        where T : SliceAnswer => Assert.IsType<T>(Assert.IsType<InvokeAnswered>(AnswerReader.Read(Encoding.UTF8.GetBytes(json), NowMs)).Answer);

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
