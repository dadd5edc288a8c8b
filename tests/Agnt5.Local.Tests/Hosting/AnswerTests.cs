using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Tests.Hosting;

public sealed class AnswerTests
{
    [Fact]
    public async Task An_answer_reaches_the_run_that_asked()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(Question("approval")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        Assert.Equal(RunPhase.Paused, (await played.Engine.WaitAsync(runId, RunStop.EndedOrPaused)).Phase);

        await played.Engine.AnswerAsync(runId, "approve");
        await played.Engine.WaitAsync(runId, RunStop.Ended);

        Assert.Contains("\"user_response\":\"approve\"", played.Endpoint.Bodies[1], StringComparison.Ordinal);
        await RefusesAsync(() => played.Engine.AnswerAsync(runId, "approve"), EngineErrorKind.Conflict, "RUN_NOT_PAUSED");
        await RefusesAsync(() => played.Engine.AnswerAsync("run_unknown", "approve"), EngineErrorKind.NotFound, "RUN_NOT_FOUND");
    }

    [Fact]
    public async Task An_approval_goes_to_the_question_that_it_names_and_to_no_other()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(Question("approval")), ScriptedEndpoint.Suspended(Question("text")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        await RefusesAsync(() => played.Engine.DecideAsync(runId, "1", isApproved: true), EngineErrorKind.NotFound, EngineErrorCodes.ApprovalNotFound);
        await played.Engine.DecideAsync(runId, "wait_for_user_0", isApproved: false);
        await played.RestAsync();

        Assert.Contains("\"user_response\":\"reject\"", played.Endpoint.Bodies[1], StringComparison.Ordinal);
        await RefusesAsync(() => played.Engine.DecideAsync(runId, "0", isApproved: true), EngineErrorKind.NotFound, EngineErrorCodes.ApprovalNotFound);
    }

    [Fact]
    public async Task A_signal_wakes_the_run_that_waits_for_it_and_is_kept_by_one_that_does_not()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(
            ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Suspended(new SignalPause("shipped", "shipped")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        var kept = await played.Engine.SignalAsync(runId, "shipped", "7"u8.ToArray());
        var woke = await played.Engine.SignalAsync(runId, "paid", """{"amount":3}"""u8.ToArray());
        await played.RestAsync();

        Assert.False(kept.Resumed);
        Assert.True(woke.Resumed);
        Assert.StartsWith("sig_", woke.SignalId, StringComparison.Ordinal);
        Assert.Contains("\"signal_payload\":\"{\\\"amount\\\":3}\"", played.Endpoint.Bodies[1], StringComparison.Ordinal);
        Assert.Contains("\"signal_payload\":\"7\"", played.Endpoint.Bodies[2], StringComparison.Ordinal);
        await RefusesAsync(() => played.Engine.SignalAsync(runId, "paid", default), EngineErrorKind.Conflict, "RUN_ENDED");
        await RefusesAsync(() => played.Engine.SignalAsync(runId, "paid", "{"u8.ToArray()), EngineErrorKind.Invalid, EngineErrorCodes.InvalidPayload);
    }

    [Fact]
    public async Task A_cancelled_run_ends_at_once_and_its_endpoint_is_left()
    {
        await using var played = await PlayedEngine.StartAsync();
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, cancellationToken) =>
        {
            using var leaving = cancellationToken.Register(left.SetResult);
            began.SetResult();
            await left.Task;
            return ScriptedEndpoint.Completed("\"too late\"");
        };
        var runId = await played.SubmitAsync();
        await began.Task;

        var cancelled = await played.Engine.CancelAsync(runId, "changed my mind");
        await left.Task;
        await played.RestAsync();

        Assert.Equal(RunPhase.Cancelled, cancelled.Phase);
        Assert.Equal(cancelled, played.Engine.GetRun(runId));
        await RefusesAsync(() => played.Engine.CancelAsync(runId), EngineErrorKind.Conflict, "RUN_ENDED");
    }

    [Fact]
    public async Task Waiting_ends_with_the_time_and_the_run_goes_on()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        var waiting = played.Engine.WaitAsync(runId, RunStop.Ended, TimeSpan.FromMinutes(5));
        played.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(RunPhase.Paused, (await waiting).Phase);
        await played.Engine.SignalAsync(runId, "paid", default);
        Assert.Equal(RunPhase.Completed, (await played.Engine.WaitAsync(runId, RunStop.Ended, TimeSpan.FromMinutes(5))).Phase);
    }

    [Fact]
    public async Task A_watched_journal_shows_each_event_once_and_ends_with_the_run()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();

        List<string> seen = [];
        await foreach (var entry in played.Engine.WatchJournalAsync(runId))
        {
            seen.Add(entry.EventType);
            if (entry.EventType == "workflow.paused")
                await played.Engine.SignalAsync(runId, "paid", default);
        }

        Assert.Equal(["run.started", "workflow.started", "workflow.paused", "workflow.resumed", "workflow.completed", "run.completed"], seen);
        Assert.Equal(seen, played.EventsOf(runId));
    }

    [Fact]
    public async Task A_batch_is_accepted_as_a_whole_and_cancelled_as_a_whole()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.Answer = static (request, _) => Task.FromResult(
            Encoding.UTF8.GetString(request.Body.Span).Contains("\"input\":1", StringComparison.Ordinal)
                ? ScriptedEndpoint.Completed("1")
                : ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")));

        await RefusesAsync(
            () => played.Engine.SubmitBatchAsync([PlayedEngine.Request(input: "1"), PlayedEngine.Request(input: "{")]), EngineErrorKind.Invalid, EngineErrorCodes.InvalidInput);
        Assert.Empty(played.Engine.ListRuns(new()));
        var batch = await played.Engine.SubmitBatchAsync([PlayedEngine.Request(input: "1"), PlayedEngine.Request(input: "2"), PlayedEngine.Request(input: "3")]);
        await played.RestAsync();
        var (_, cancelled) = await played.Engine.CancelBatchAsync(batch.BatchId);

        Assert.Equal(2, cancelled);
        Assert.Equal([RunPhase.Completed, RunPhase.Cancelled, RunPhase.Cancelled], played.Engine.FindBatch(batch.BatchId)!.RunIds.Select(played.PhaseOf));
        await RefusesAsync(() => played.Engine.CancelBatchAsync("batch_unknown"), EngineErrorKind.NotFound, EngineErrorCodes.BatchNotFound);
    }

    [Fact]
    public async Task One_key_is_one_run()
    {
        await using var played = await PlayedEngine.StartAsync();
        var request = PlayedEngine.Request() with { IdempotencyKey = "order-1" };

        var first = await played.Engine.SubmitAsync(request);
        var again = await played.Engine.SubmitAsync(request);
        await played.RestAsync();

        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(first.Run.Spec.RunId, again.Run.Spec.RunId);
        Assert.Single(played.Endpoint.Bodies);

        played.Time.Advance(TimeSpan.FromHours(24));
        Assert.True((await played.Engine.SubmitAsync(request)).IsNew);
    }

    [Fact]
    public async Task Nobody_can_wait_for_too_long()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        Assert.Equal(RunPhase.Paused, (await played.Engine.WaitAsync(runId, RunStop.Ended, TimeSpan.FromSeconds(-1))).Phase);
        var waiting = played.Engine.WaitAsync(runId, RunStop.Ended, TimeSpan.MaxValue);
        await played.Engine.SignalAsync(runId, "paid", default);

        Assert.Equal(RunPhase.Completed, (await waiting).Phase);
    }

    [Theory]
    [InlineData("half a sign: \ud83d")]
    [InlineData("\u0000\u2028\ufffe")]
    public async Task A_text_with_odd_signs_does_not_end_the_run(string text)
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(Question("text")), ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync(PlayedEngine.Request() with { Metadata = new Dictionary<string, string> { ["note"] = text } });
        await played.RestAsync();

        await played.Engine.AnswerAsync(runId, text);
        await played.RestAsync();
        Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));

        Assert.Equal(RunPhase.Cancelled, (await played.Engine.CancelAsync(runId, text)).Phase);
    }

    private static QuestionPause Question(string type) => new() { PauseIndex = 0, StepName = "wait_for_user_0", Question = "Ship?", InputType = type, Options = "[]" };

    private static async Task RefusesAsync<T>(Func<Task<T>> call, EngineErrorKind kind, string code)
    {
        var refused = await Assert.ThrowsAsync<EngineException>(call);
        Assert.Equal((kind, code), (refused.Kind, refused.Code));
    }
}
