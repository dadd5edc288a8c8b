using System.Text.Json;
using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>What is said to a run: answers, signals, decisions, an end.</summary>
public sealed class AnswerTests
{
    private const string Resume = "POST /v1/workflows/resume/r-1";
    private const string Events = "GET /v1/runs/r-1/events";
    private const string Status = "GET /v1/runs/r-1";

    private const string Asked = """{"event_type":"workflow.paused","sequence":4,"data":{},"metadata":{"pause_reason":"user_input_required","pause_index":"1","question":"Ship it?"}}""";
    private const string Slept = """{"event_type":"workflow.paused","sequence":6,"data":{"reason":"timer"},"metadata":{}}""";

    [Fact]
    public async Task An_answer_goes_to_the_question_that_is_asked()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, $$"""{"items":[{"event_type":"run.started","sequence":1},{{Asked}}],"count":2}""").On(Resume, """{"run_id":"r-1","status":"running"}""");
        using var client = Clients.Of(gateway);

        await client.Find("r-1").AnswerAsync("approve");
        await client.AnswerAsync("r-1", ["a", "b \"c\""]);
        await client.SkipAsync("r-1");

        Assert.Equal(["approve", """["a","b \u0022c\u0022"]""", "__skipped__"], gateway.BodiesOf(Resume).Select(static body => body.GetProperty("user_response").GetString()));
    }

    [Fact]
    public async Task The_question_of_an_agent_is_answered_as_that_of_a_workflow()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, $$"""{"items":[{{Asked.Replace("workflow", "agent", StringComparison.Ordinal)}}],"count":1}""").On(Resume, "{}");
        using var client = Clients.Of(gateway);

        await client.AnswerAsync("r-1", "approve");

        Assert.Equal(1, gateway.Count(Resume));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_does_not_go_to_a_later_question()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, $$"""{"items":[{{Slept}},{{Asked}}],"count":2}""").On(Resume, "{}");
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.AnswerAsync("r-1", "approve"));

        Assert.Equal((Agnt5ClientErrors.NoQuestion, "r-1"), (problem.Code, problem.RunId));
        Assert.Equal(0, gateway.Count(Resume));
        await client.AnswerAsync("r-1", "approve", new() { EvenUnasked = true });
        Assert.Equal(1, gateway.Count(Resume));
    }

    [Fact]
    public async Task A_question_is_waited_for_past_sleeps()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, """{"run_id":"r-1","status":"running"}""").On(Status, """{"run_id":"r-1","status":"paused"}""");
        gateway.On(Events, $$"""{"items":[{{Slept}}],"count":1}""").On(Events, $$"""{"items":[{{Asked}}],"count":1}""");
        using var client = Clients.Of(gateway);

        var question = await client.WaitForQuestionAsync("r-1");

        Assert.Equal(("r-1", "Ship it?", 1), (question?.RunId, question?.Text, question?.Index));
        Assert.Equal(3, gateway.Count(Status));
    }

    [Fact]
    public async Task A_run_that_ends_without_a_question_ends_the_wait_for_one()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, """{"run_id":"r-1","status":"completed"}""");
        using var client = Clients.Of(gateway);

        Assert.Null(await client.WaitForQuestionAsync("r-1"));
        Assert.Null(await client.QuestionAsync("r-1"));
    }

    [Fact]
    public async Task A_signal_carries_its_payload_and_says_whether_it_woke_the_run()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        const string Signal = "POST /v1/runs/r-1/signals/payment.settled";
        gateway.On(Signal, """{"run_id":"r-1","signal_id":"s-1","signal_name":"payment.settled","resumed":true}""");
        using var client = Clients.Of(gateway);

        var receipt = await client.Find("r-1").SignalAsync("payment.settled", new Order("o-1", 5), Shapes.Default.Order);
        await client.SignalAsync("r-1", "payment.settled");

        Assert.Equal(new("r-1", "s-1", "payment.settled", true), receipt);
        Assert.Equal(["""{"payload":{"id":"o-1","total":5}}""", """{"payload":null}"""], gateway.Calls.Select(static call => call.Body));
    }

    [Fact]
    public async Task Approvals_rejections_and_ends_say_who_and_why()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/runs/r-1/approvals/a-1/approve", "{}").On("POST /v1/runs/r-1/approvals/a-1/reject", "").On("POST /v1/runs/r-1/cancel", """{"run_id":"r-1"}""");
        using var client = Clients.Of(gateway);
        var run = client.Find("r-1");

        await run.ApproveAsync("a-1", new() { DecidedBy = "ada", Payload = JsonDocument.Parse("[1]").RootElement });
        await run.RejectAsync("a-1", new() { Reason = "too dear" });
        await run.CancelAsync("operator stop");
        await run.CancelAsync();

        Assert.Equal(["""{"decided_by":"ada","payload":[1]}""", """{"reason":"too dear"}""", """{"reason":"operator stop"}""", "{}"], gateway.Calls.Select(static call => call.Body));
    }

    [Fact]
    public async Task A_run_that_has_ended_cannot_be_cancelled()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/runs/r-1/cancel", """{"error":"run is completed"}""", 409);
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.CancelAsync("r-1"));

        Assert.Equal((Agnt5ClientErrors.Conflict, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("run is completed", problem.Message, StringComparison.Ordinal);
    }
}
