using System.Net;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class BusyEngineTests
{
    private const int MaxWaiting = 16;
    private const int TooMany = 24;

    [Fact]
    public async Task A_flood_beyond_what_may_wait_is_told_to_come_back_and_what_was_taken_is_done()
    {
        using var clock = new GatedTime();
        await using var gateway = await PlayedGateway.StartAsync(clock: clock, local: static options => options.MaxWaitingCalls = MaxWaiting);
        clock.Close();
        var first = StartAsync(gateway);
        await clock.WhenHeldAsync();

        var flood = Enumerable.Range(0, MaxWaiting + TooMany).Select(_ => StartAsync(gateway)).ToList();
        List<(HttpStatusCode Status, string? Code, TimeSpan? RetryAfter, string? RunId)> refused = [];
        while (refused.Count < TooMany)
        {
            var answered = await Task.WhenAny(flood).WaitAsync(TimeSpan.FromSeconds(30));
            flood.Remove(answered);
            refused.Add(await answered);
        }

        clock.Open();
        var taken = await Task.WhenAll([first, .. flood]);

        Assert.All(refused, static answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "ENGINE_BUSY"), (answer.Status, answer.Code)));
        Assert.All(refused, static answer => Assert.Equal(TimeSpan.FromSeconds(1), answer.RetryAfter));
        Assert.Equal(MaxWaiting + 1, taken.Length);
        foreach (var answer in taken)
        {
            Assert.Equal(HttpStatusCode.Accepted, answer.Status);
            var ended = await gateway.Engine.WaitAsync(answer.RunId!, RunStop.Ended).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal(RunPhase.Completed, ended.Phase);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await StartAsync(gateway)).Status);
    }

    private static async Task<(HttpStatusCode Status, string? Code, TimeSpan? RetryAfter, string? RunId)> StartAsync(PlayedGateway gateway)
    {
        using var request = gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/submit", """{"id":"o-1","total":21}""");
        using var response = await gateway.Client.SendAsync(request);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var isTaken = response.StatusCode == HttpStatusCode.Accepted;
        return (response.StatusCode, isTaken ? null : json.RootElement.ErrorCode(), response.Headers.RetryAfter?.Delta, isTaken ? json.RootElement.Text("run_id") : null);
    }
}
