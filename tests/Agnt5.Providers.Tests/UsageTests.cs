using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Usage that a provider does not give is left out, and never zero.</summary>
public sealed class UsageTests
{
    private const string Uncounted = """{"model":"model","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"hello"},"done":true,"done_reason":"stop"}""";

    [Fact]
    public async Task Usage_that_nobody_knows_is_in_no_event_and_null_in_the_context()
    {
        foreach (var (provider, reply, isStreaming) in new[]
        {
            (Provider.OpenAIChat, ServerSentEvents.Of(OpenAIChatWire.Chunk(Broken.Text("hello")), OpenAIChatWire.Chunk([], "stop"), OpenAIChatWire.Done), true),
            (Provider.Ollama, new CannedReply { Pieces = [Uncounted] }, false),
        })
        {
            await using var run = await ProviderRun.StartAsync(provider);
            run.Server.Replies(reply);
            var turn = run.Turn("bookkeeper", "hello", isStreaming);

            (await turn.CutAfterEachStepAsync()).MustComplete("\"unknown, unknown, unknown\"");

            Assert.DoesNotContain(turn.EventTexts, static text => text.Contains("usage", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Usage_that_a_provider_gives_is_in_the_events_and_in_the_context(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("hello", isStreaming));
        var turn = run.Turn("bookkeeper", "hello", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"10, 5, 15\"");

        foreach (var type in new[] { "lm.completed", "agent.completed" })
            Assert.Equal("""{"input_tokens":10,"output_tokens":5,"total_tokens":15}""", JsonNode.Parse(turn.EventTexts[turn.Events.IndexOf(type)])!["usage"]!.ToJsonString());
    }

    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();
}
