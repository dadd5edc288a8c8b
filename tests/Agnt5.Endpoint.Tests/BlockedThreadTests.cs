using System.Net;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Code that blocks its thread past the deadline: the endpoint answers without it, and nothing that it does afterwards has an effect.</summary>
public sealed class BlockedThreadTests
{
    private const string Late = """{"reason":"budget","budget":{"deadline_ms":1900000005000}}""";

    [Fact]
    public async Task A_workflow_that_blocks_its_thread_is_answered_for_a_quarter_of_a_second_past_the_deadline()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("block_the_thread", """{"after":"a step"}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("blocked");
        endpoint.Time.AdvanceMs(5249);
        Assert.False(slice.IsCompleted);
        endpoint.Time.AdvanceMs(1);

        (await slice).MustSuspend(Late);
        run.MustHaveRecorded("""{"quick":null}""");
        var line = await endpoint.Log.WaitForAsync("AGT4014");
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains($"Run {WorkflowRun.RunId}: Workflow block_the_thread blocks its thread after StepAsync 'quick'", line.Message, StringComparison.Ordinal);
        endpoint.Gates.Open("blocked");
        await endpoint.WhenNotedAsync("scope disposed");
        Assert.Equal(["refused event", "refused clock", "refused sleep", "late code ended", "scope disposed"], endpoint.Notes);
    }

    [Fact]
    public async Task A_slice_that_blocks_where_the_last_one_did_fails_instead_of_blocking_for_ever()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("block_the_thread", """{"after":"a step"}""").From("""{"quick":null}""");

        var answer = await CutAsync(endpoint, run);

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Contains("workflow block_the_thread blocked its thread after StepAsync 'quick'", answer.Message, StringComparison.Ordinal);
        Assert.Contains("AGT4014", answer.Message, StringComparison.Ordinal);
        Assert.Null(answer.Json["error"]!["retryable"]);
        run.MustHaveRecorded("""{"quick":null}""");
    }

    [Fact]
    public async Task A_workflow_that_blocks_at_once_fails()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await CutAsync(endpoint, endpoint.Run("block_the_thread", """{"after":"nothing"}"""));

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Contains("before its first durable call", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_look_at_the_clock_and_to_emit_is_no_progress_for_which_a_blocked_run_comes_back()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("block_the_thread", """{"after":"looking at the clock"}""");

        var answer = await CutAsync(endpoint, run);

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Equal(["looked"], answer.EventTypes);
        run.MustHaveRecorded("""{"agnt5:now":[1900000000000],"agnt5:events":1}""");
    }

    [Fact]
    public async Task A_step_that_finishes_beside_a_blocked_thread_is_recorded_and_one_that_does_not_runs_again()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("block_beside_steps");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("blocked");
        await endpoint.Gates.WhenReachedAsync("goes_on");
        endpoint.Gates.Open("finishes");
        await endpoint.WhenNotedAsync("finishes ran");
        await WhenAllIsQuietAsync();
        endpoint.Time.AdvanceMs(5250);

        (await slice).MustSuspend(Late);
        run.MustHaveRecorded("""{"first":null,"finishes":1,"agnt5:order":["finishes"]}""");
        endpoint.Gates.Open("goes_on");
        endpoint.Gates.Open("blocked");
        (await run.SliceUntilAsync(5000)).MustComplete("\"done\"");
        Assert.Equal(["finishes ran"], endpoint.Notes);
    }

    [Fact]
    public async Task A_workflow_that_waits_for_itself_is_answered_for()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_for_itself");

        var first = run.SliceUntilAsync(5000);
        await endpoint.WhenNotedAsync("slice 0 waits");
        await endpoint.WhenNotedAsync("charged");
        await WhenAllIsQuietAsync();
        endpoint.Time.AdvanceMs(5250);
        (await first).MustSuspend(Late);
        run.MustHaveRecorded("""{"charge":"charged"}""");

        var second = run.SliceUntilAsync(5000);
        await endpoint.WhenNotedAsync("slice 2 waits");
        endpoint.Time.AdvanceMs(5250);
        (await second).MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Equal(["slice 0 waits", "charged", "slice 2 waits"], endpoint.Notes);
    }

    [Theory]
    [InlineData("function", "blocking_call")]
    [InlineData("tool", "blocking_tool")]
    public async Task A_call_that_blocks_its_thread_is_answered_for_and_keeps_its_scope_until_it_ends(string type, string name)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var call = endpoint.Run(name, type: type).SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("blocked");
        endpoint.Time.AdvanceMs(5249);
        Assert.False(call.IsCompleted);
        endpoint.Time.AdvanceMs(1);

        (await call).MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        await endpoint.Log.WaitForAsync("given up");
        endpoint.Gates.Open("blocked");
        await endpoint.WhenNotedAsync("scope disposed");
        Assert.Equal(["call ended", "scope disposed"], endpoint.Notes);
    }

    [Fact]
    public async Task A_result_that_blocks_while_it_is_written_does_not_keep_the_answer()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await CutAsync(endpoint, endpoint.Run("blocked_in_its_result", type: "function"));

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        endpoint.Gates.Open("blocked");
        (await endpoint.Run("three_steps").SliceAsync()).MustComplete("\"done\"");
    }

    [Fact]
    public async Task Code_that_wakes_up_at_the_very_moment_at_which_it_is_given_up_spoils_nothing()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            var deadline = endpoint.Time.NowMs + 5000;
            var run = endpoint.Run("block_the_thread", """{"after":"a step"}""");
            var gates = endpoint.Gates;
            var slice = run.SliceUntilAsync(5000);
            await gates.WhenReachedAsync("blocked");
            endpoint.Time.AdvanceMs(5249);
            await Task.WhenAll(Task.Run(() => endpoint.Time.AdvanceMs(1)), Task.Run(() => gates.Open("blocked")));

            (await slice).MustSuspend($$$"""{"reason":"budget","budget":{"deadline_ms":{{{deadline}}}}}""");
            run.MustHaveRecorded("""{"quick":null}""");
            gates.Close("blocked");
        }
    }

    [Fact]
    public async Task A_caller_that_leaves_frees_the_endpoint_from_a_workflow_that_blocks()
    {
        await using var endpoint = await StartOnTrueTimeAsync();
        var deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();

        await endpoint.InvokeAndHangUpAsync(Blocking(deadline), "blocking now");

        await endpoint.Log.WaitForAsync("AGT4014");
        await endpoint.Log.WaitForAsync("the caller left");
        endpoint.Services.GetRequiredService<Gates>().Open("blocked");
    }

    [Fact]
    public async Task Shutting_down_goes_on_soon_after_the_deadline_of_a_workflow_that_blocks()
    {
        await using var endpoint = await StartOnTrueTimeAsync();
        // Late enough to be in the future when the request arrives on a busy machine.
        var running = endpoint.InvokeAsync(Blocking(DateTimeOffset.UtcNow.AddSeconds(4).ToUnixTimeMilliseconds()));
        await endpoint.Log.WaitForAsync("blocking now");

        // The server itself would wait for 30 seconds.
        await endpoint.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        (await running).MustBe("suspended");
        endpoint.Services.GetRequiredService<Gates>().Open("blocked");
    }

    private static string Blocking(long deadlineMs) =>
        $$"""{"component_type":"workflow","component_name":"block_and_log","run_id":"r","budget":{"deadline_ms":{{deadlineMs}},"yield_before_timeout_ms":0} }""";

    private static Task<TestEndpoint> StartOnTrueTimeAsync() => TestEndpoint.StartAsync(static builder => builder.Services.AddSingleton<Gates>().AddSingleton<Notebook>());

    private static async Task<Answer> CutAsync(DurableEndpoint endpoint, WorkflowRun run)
    {
        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("blocked");
        endpoint.Time.AdvanceMs(5250);
        // The grace may begin only now, where the component's thread was faster than the one that watches it.
        await endpoint.Time.AdvanceUntilAsync(slice, TimeSpan.FromMilliseconds(250));
        return await slice;
    }

    // Only the thread pool shows that an abandoned step still runs.
    private static async Task WhenAllIsQuietAsync()
    {
        for (var quiet = 0; quiet < 10; quiet++)
        {
            await Task.Delay(10);
            if (ThreadPool.PendingWorkItemCount > 0)
                quiet = 0;
        }
    }
}
