using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class SkipTests
{
    [Fact]
    public async Task A_skip_right_behind_an_answer_waits_for_the_sleep_that_it_means()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.RunAsync("run", "rest", "--input", """{"workMs":500}""");

        var answered = await gateway.RunAsync("answer", "last", "approve");
        var skipped = await gateway.RunAsync("skip", "last");

        Assert.Equal((0, "", 0, ""), (answered.ExitCode, answered.Error, skipped.ExitCode, skipped.Error));
        Assert.Contains("sleeps no longer, and is completed now", skipped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skip_does_not_wait_for_all_that_the_run_does_after_its_sleep()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.RunAsync("run", "rest", "--input", """{"workMs":0,"workLaterMs":30000}""");
        await gateway.RunAsync("answer", "last", "approve");

        var skipped = await gateway.RunAsync("skip", "last", "--output", "json");

        Assert.Equal(0, skipped.ExitCode);
        Assert.Equal("running", JsonDocument.Parse(skipped.Output).RootElement.GetProperty("status").GetString());
        await gateway.RunAsync("cancel", "last");
    }

    [Fact]
    public async Task A_run_that_does_not_sleep_tells_what_it_does()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.RunAsync("run", "collect", "--input", """{"id":"o-1","total":3}""");
        var asks = await gateway.RunAsync("skip", "last");
        await gateway.RunAsync("run", "double", "--input", """{"number":1}""");
        var ended = await gateway.RunAsync("skip", "last");

        Assert.Equal((4, 4), (asks.ExitCode, ended.ExitCode));
        Assert.Contains("is paused and waits for an answer", asks.Error, StringComparison.Ordinal);
        Assert.Contains("is completed", ended.Error, StringComparison.Ordinal);
    }
}
