using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>What a provider writes beside an error may name an account. The log has it; AGNT5, which shows the message of a run that fails, gets the status and the code.</summary>
public sealed class ProviderTextTests
{
    [Fact]
    public async Task A_response_is_told_by_its_status_and_code()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat.Handled());
        run.Server.Replies(new CannedReply { Status = 429, Pieces = ["""{"error":{"message":"Limit of org-4711 reached.","type":"tokens","code":"insufficient_quota"}}"""] });

        var answer = await run.Turn("librarian", "Do you have Emma?").SliceAsync();

        Assert.Equal("The model's provider answered 429 (tokens, insufficient_quota) and is not called again.", answer.Message);
        Assert.DoesNotContain("org-4711", answer.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Limit of org-4711 reached.", run.Endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_inside_of_a_stream_is_told_by_its_code()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        run.Server.Replies([.. Enumerable.Repeat(WireErrors.ResponsesStream("server_error"), 5)]);
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming: true);

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Equal("timer", (await turn.SliceAsync(deadlineInMs: 500)).Json["reason"]?.GetValue<string>());
            run.Endpoint.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("The model's provider answered with the error server_error.", (await turn.SliceAsync(deadlineInMs: 500)).Message);
        Assert.Contains("The provider's error: Oh.", run.Endpoint.Log.Text, StringComparison.Ordinal);
    }
}
