using System.Text;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Local.Tests.Hosting;

public sealed class LocalAgnt5EngineTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_workflow_asks_sleeps_a_month_and_waits_for_its_signal_in_a_moment()
    {
        await using var agnt5 = await StartAsync();
        var runId = await agnt5.SubmitAsync(ComponentType.Workflow, "hosted_ship", """{"id":"o-1","total":3}"""u8.ToArray());

        var asked = await agnt5.WaitForPauseAsync(runId);
        Assert.Equal((LocalRunStatus.Paused, "Ship it?"), (asked.Status, asked.Question));
        await agnt5.AnswerAsync(runId, "approve");
        await agnt5.Engine.WhenQuietAsync();
        _time.Advance(TimeSpan.FromDays(30));
        await agnt5.Engine.WhenQuietAsync();
        await agnt5.SignalAsync(runId, "paid", "7"u8.ToArray());
        var run = await agnt5.WaitAsync(runId);

        Assert.Equal(LocalRunStatus.Completed, run.Status);
        Assert.Equal("parcel o-1 for 7", run.Output?.GetString());
        Assert.Equal(TimeSpan.FromDays(30), run.EndedAt - run.StartedAt);
    }

    [Fact]
    public async Task A_sleep_of_a_month_is_skipped_on_a_clock_that_stands_still()
    {
        await using var agnt5 = await StartAsync();
        var runId = await agnt5.SubmitAsync(ComponentType.Workflow, "hosted_ship", """{"id":"o-1","total":3}"""u8.ToArray());
        await agnt5.WaitForPauseAsync(runId);
        await agnt5.AnswerAsync(runId, "approve");
        await agnt5.Engine.WhenQuietAsync();

        await agnt5.SkipAsync(runId);
        await agnt5.SignalAsync(runId, "paid", "7"u8.ToArray());
        var run = await agnt5.WaitAsync(runId);

        Assert.Equal("parcel o-1 for 7", run.Output?.GetString());
        Assert.Equal(TimeSpan.Zero, run.EndedAt - run.StartedAt);
        Assert.Equal("RUN_NOT_SLEEPING", (await Assert.ThrowsAnyAsync<LocalAgnt5Exception>(() => agnt5.SkipAsync(runId))).Code);
    }

    [Fact]
    public async Task An_output_is_what_the_function_returned()
    {
        await using var agnt5 = await StartAsync();
        using var input = JsonDocument.Parse("""{"id":"o-1","total":21}""");

        var run = await agnt5.WaitAsync(await agnt5.SubmitAsync(ComponentType.Function, "hosted_double", input.RootElement));

        Assert.Equal(42, run.Output?.GetInt32());
        Assert.Equal((ComponentType.Function, "hosted_double"), (run.ComponentType, run.ComponentName));
        Assert.Equal(run.RunId, agnt5.FindRun(run.RunId)?.RunId);
    }

    [Fact]
    public async Task Code_whose_sync_was_left_is_known_all_the_same()
    {
        using var gate = new StoreGate();
        using var leaving = new CancellationTokenSource();
        const string Secret = "0123456789abcdef0123456789abcdef";
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).BuildServiceProvider();
        var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { SigningSecret = Secret }, services);
        await using var engine = LocalEngine.Start(gate.Store, new EngineSettings { Time = _time });

        var sync = gate.CloseAt(() => engine.SyncAsync(new SyncRequest { Endpoint = endpoint, SigningSecret = Secret }, leaving.Token));
        await leaving.CancelAsync();
        gate.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sync);
        await engine.WhenQuietAsync();

        var request = new RunRequest { ComponentType = "function", ComponentName = "hosted_double", Input = """{"id":"o-1","total":21}"""u8.ToArray() };
        var accepted = await engine.SubmitAsync(request);
        Assert.Equal(RunPhase.Completed, (await engine.WaitAsync(accepted.Run.Spec.RunId, RunStop.Ended).WaitAsync(TimeSpan.FromSeconds(30))).Phase);
    }

    [Fact]
    public async Task A_failed_attempt_is_tried_again_as_declared()
    {
        await using var agnt5 = await StartAsync();
        var runId = await agnt5.SubmitAsync(ComponentType.Function, "hosted_flaky");
        await agnt5.Engine.WhenQuietAsync();
        Assert.Equal(LocalRunStatus.RetryDelayed, agnt5.FindRun(runId)!.Status);

        _time.AdvanceMs(60_000);

        Assert.Equal("attempt 1", (await agnt5.WaitAsync(runId)).Output?.GetString());
    }

    [Fact]
    public async Task An_input_that_does_not_fit_fails_the_run_with_its_reason()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.WaitAsync(await agnt5.SubmitAsync(ComponentType.Function, "hosted_double", """{"id":"o-1","total":"many"}"""u8.ToArray()));

        Assert.Equal((LocalRunStatus.Failed, "WORKERLESS_INPUT_INVALID"), (run.Status, run.ErrorCode));
        Assert.Contains("total", run.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_name_is_refused_with_a_code()
    {
        await using var agnt5 = await StartAsync();

        var refused = await Assert.ThrowsAnyAsync<LocalAgnt5Exception>(() => agnt5.SubmitAsync(ComponentType.Workflow, "hosted_shop"));

        Assert.Equal("COMPONENT_NOT_FOUND", refused.Code);
        Assert.Contains("workflow:hosted_shop", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_work_are_named_together()
    {
        var options = new LocalAgnt5Options { Environment = " ", MaxConcurrentInvokes = 0, YieldBeforeTimeout = TimeSpan.FromHours(1) };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => LocalAgnt5Engine.StartAsync(Agnt5Components.Catalog, options: options));

        Assert.All((string[])["Environment", "MaxConcurrentInvokes", "YieldBeforeTimeout"], name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
    }

    private Task<LocalAgnt5Engine> StartAsync() =>
        LocalAgnt5Engine.StartAsync(Agnt5Components.Catalog, new ServiceCollection().AddSingleton<TimeProvider>(_time).BuildServiceProvider());
}
