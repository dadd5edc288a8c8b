using System.Net;
using System.Text.Json;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class FloodTests
{
    private const int Connections = 64;
    private const int StartsOfEach = 50;
    private const int Kept = 100;

    [Fact]
    public async Task A_flood_of_starts_is_taken_or_told_to_come_back_and_what_is_kept_is_bounded()
    {
        await using var gateway = await PlayedGateway.StartAsync(local: static options =>
        {
            options.MaxWaitingCalls = 8;
            options.MaxConcurrentInvokes = 4;
            options.MaxEndedRuns = Kept;
        });

        var answers = (await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => StartAsync(gateway)))).SelectMany(static answers => answers).ToArray();
        await gateway.RestAsync();

        Assert.Equal(Connections * StartsOfEach, answers.Length);
        Assert.All(answers, static answer => Assert.True(
            answer.Status == HttpStatusCode.Accepted || (answer.Status == HttpStatusCode.ServiceUnavailable && answer.Json.ErrorCode() == "ENGINE_BUSY" && answer.HasRetryAfter), answer.ToString()));
        var accepted = answers.Where(static answer => answer.Status == HttpStatusCode.Accepted).Select(static answer => answer.Json.Text("run_id")!).ToHashSet();
        var kept = gateway.Engine.ListRuns(new() { Limit = 1_000 });
        Assert.Equal(Math.Min(Kept, accepted.Count), kept.Count);
        Assert.All(kept, run => Assert.True(run.HasEnded && accepted.Contains(run.Spec.RunId)));
        Assert.Equal(HttpStatusCode.OK, (await gateway.PostAsync("/v1/functions/hosted_double/run", """{"id":"o-1","total":21}""")).Status);
    }

    [Fact]
    public async Task A_flood_of_calls_without_a_key_or_to_runs_that_nobody_knows_starts_nothing()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async number =>
        {
            using var client = new HttpClient { BaseAddress = gateway.Address };
            for (var call = 0; call < StartsOfEach; call++)
            {
                using var keyless = await client.PostAsync("/v1/functions/hosted_double/submit", new StringContent("{}"));
                Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
                Assert.Equal("RUN_NOT_FOUND", (await gateway.PostAsync($"/v1/workflows/resume/run_{number}_{call}", """{"user_response":"yes"}""")).Json.ErrorCode());
            }
        }));

        Assert.Empty(gateway.Engine.ListRuns(new()));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/v1/runs")).Status);
    }

    private static async Task<List<(HttpStatusCode Status, JsonElement Json, bool HasRetryAfter)>> StartAsync(PlayedGateway gateway)
    {
        var answers = new List<(HttpStatusCode, JsonElement, bool)>();
        using var client = new HttpClient { BaseAddress = gateway.Address };
        for (var start = 0; start < StartsOfEach; start++)
        {
            using var request = gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/submit", """{"id":"o-1","total":21}""");
            using var response = await client.SendAsync(request);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            answers.Add((response.StatusCode, document.RootElement.Clone(), response.Headers.RetryAfter is not null));
        }

        return answers;
    }
}
