using System.Text.Json;
using Agnt5.Agents.Tests.Hosting;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Images that come with a user's message.</summary>
public sealed class AttachmentTests
{
    private const string Png = "iVBORw0KGgo=";

    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [Backs("Images")]
    [MemberData(nameof(Providers))]
    public async Task The_model_sees_an_image_with_the_users_message_in_every_slice(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(isStreaming, new WireCall("call_1", "find_book", """{"title":"Emma"}""")), run.Wire.Says("A cover.", isStreaming));
        var turn = View(run, isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"A cover.\"");

        Assert.Equal(2, run.Server.Requests.Count);
        // A provider that keeps the conversation is sent the message once.
        foreach (var request in run.Server.Requests.Where(static request => request.Body["previous_response_id"] is null))
        {
            Assert.Equal(Png, run.Wire.ImagesOf(request.Body)[0]);
            Assert.Contains("What is this?", request.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    public async Task The_address_of_an_image_is_sent_as_an_image(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("A cover."));

        (await View(run, isStreaming: false).SliceAsync()).MustComplete("\"A cover.\"");

        Assert.Equal([Png, "https://example.com/b.png"], run.Wire.ImagesOf(run.Server.Requests[0].Body));
    }

    [Fact]
    public async Task The_checkpoint_holds_no_attachment()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "find_book", """{"title":"Emma"}""")));
        var turn = View(run, isStreaming: false);

        await turn.SliceAsync(deadlineInMs: 10_000, yieldBeforeMs: 10_000);

        Assert.DoesNotContain(Png, turn.Checkpoint!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(run.Server.Requests);
    }

    private static AgentRun View(ProviderRun run, bool isStreaming)
    {
        var turn = run.Endpoint.Run("agent", "viewer", JsonSerializer.Serialize(new { question = "What is this?", png = Png }));
        turn.IsStreaming = isStreaming;
        return turn;
    }
}
