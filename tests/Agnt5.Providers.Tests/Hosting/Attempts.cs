namespace Agnt5.Providers.Tests.Hosting;

/// <summary>What becomes of a turn whose first request fails.</summary>
public static class Attempts
{
    /// <summary>The first request fails and is made again after the usual second.</summary>
    public static async Task MustCompleteOnTheSecondAttemptAsync(this ProviderRun run, bool isStreaming)
    {
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming);

        // The wait before the second attempt does not fit, so the test need not wait.
        var waiting = await turn.SliceAsync(deadlineInMs: 500);
        Assert.Equal("timer", waiting.Json["reason"]?.GetValue<string>());
        Assert.Equal(ManualTime.StartMs + 1000, waiting.Json["ready_at_ms"]!.GetValue<long>());
        run.Endpoint.Time.Advance(TimeSpan.FromSeconds(1));
        (await turn.SliceAsync()).MustComplete("\"Yes.\"");

        Assert.Equal(2, run.Server.Requests.Count);
    }

    /// <summary>The first request fails, and there is no second one.</summary>
    public static async Task MustFailAtOnceAsync(this ProviderRun run, bool isStreaming)
    {
        var answer = await run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync(deadlineInMs: 500);

        Assert.Equal("failed", answer.Json["status"]!.GetValue<string>());
        Assert.Single(run.Server.Requests);
    }
}
