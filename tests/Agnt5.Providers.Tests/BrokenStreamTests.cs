using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>Streams that break: what is asked again, what is told apart, what fails the turn.</summary>
public sealed class BrokenStreamTests
{
    public static TheoryData<string> Providers => [.. Provider.All.Select(static provider => provider.Name)];

    public static TheoryData<string> WithErrorObjects => [.. Provider.All.Where(static provider => provider != Provider.Anthropic).Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_stream_that_ends_within_a_call_is_asked_for_again_and_runs_no_half_of_it(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.HalfCall(run.Provider), run.Wire.Says("whole", streams: true));

        (await RetriedAsync(run)).MustComplete("\"whole\"");

        Assert.Empty(run.Endpoint.Diary);
        Assert.Equal(2, run.Server.Requests.Count);
        Assert.Equal(run.Server.Requests[0].Text, run.Server.Requests[1].Text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_stream_that_ends_before_it_says_anything_is_asked_for_again(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.Nothing(run.Provider), run.Wire.Says("whole", streams: true));

        (await RetriedAsync(run)).MustComplete("\"whole\"");

        Assert.Equal(run.Server.Requests[0].Text, run.Server.Requests[1].Text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_that_breaks_within_a_call_is_asked_for_again(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.HalfCall(run.Provider) with { Breaks = true }, run.Wire.Says("whole", streams: true));

        (await RetriedAsync(run)).MustComplete("\"whole\"");

        Assert.Empty(run.Endpoint.Diary);
    }

    [Theory]
    [MemberData(nameof(WithErrorObjects))]
    public async Task An_error_in_place_of_a_streams_end_is_no_reply(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.Error(run.Provider), run.Wire.Says("whole", streams: true));

        (await RetriedAsync(run)).MustComplete("\"whole\"");
    }

    [Theory]
    [MemberData(nameof(WithErrorObjects))]
    public async Task An_error_after_half_a_text_does_not_make_it_an_answer(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.Error(run.Provider, "There are"), run.Wire.Says("whole", streams: true));

        (await RetriedAsync(run)).MustComplete("\"whole\"");
    }

    [Fact]
    public async Task A_response_that_failed_is_asked_for_again_streamed_or_not()
    {
        var failed = OpenAIResponsesWire.Response("failed");
        failed["error"] = new JsonObject { ["code"] = "server_error", ["message"] = "The server had an error" };
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        run.Server
            .Replies(new CannedReply { Pieces = [failed.ToJsonString()] }, run.Wire.Says("whole"))
            .Replies(ServerSentEvents.Of(OpenAIResponsesWire.Created(), ServerSentEvents.Typed(new JsonObject { ["type"] = "response.failed", ["sequence_number"] = 3, ["response"] = failed })))
            .Replies(run.Wire.Says("streamed", streams: true));

        (await RetriedAsync(run, isStreaming: false)).MustComplete("\"whole\"");
        (await RetriedAsync(run)).MustComplete("\"streamed\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_that_no_retry_mends_fails_the_turn_and_its_text_stays_in_the_log(bool hasText)
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        run.Server.Replies(ServerSentEvents.Of(
        [
            OpenAIResponsesWire.Created(),
            .. hasText ? OpenAIResponsesWire.Item(OpenAIResponsesWire.Message("There are"), 0).Take(2) : [],
            ServerSentEvents.Typed(JsonNode.Parse("""{"type":"error","sequence_number":3,"code":"invalid_prompt","message":"account 7 may not","param":null}""")!),
        ]));

        (await run.Turn("librarian", "hello", isStreaming: true).SliceAsync()).MustFail("gave no answer but the error invalid_prompt; the endpoint's log has its text.", isFinal: true);

        Assert.Single(run.Endpoint.Log.About("account 7 may not"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Half_a_sentence_is_told_apart_from_a_finished_answer(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Broken.HalfText(run.Provider, "There are"), run.Wire.Says("There are three.", streams: true));
        var half = run.Turn("librarian", "hello", isStreaming: true);
        var finished = run.Turn("librarian", "again", isStreaming: true);

        (await half.CutAfterEachStepAsync()).MustComplete("\"There are\"");
        (await finished.SliceAsync()).MustComplete("\"There are three.\"");

        Assert.Contains("\"is_unfinished\":true", Completed(half), StringComparison.Ordinal);
        Assert.DoesNotContain("is_unfinished", Completed(finished), StringComparison.Ordinal);
        Assert.Single(run.Endpoint.Log.About("ended without a finish reason"));
    }

    [Fact]
    public async Task A_client_that_never_gives_a_finish_reason_answers_all_the_same()
    {
        var model = new ScriptedModel()
            .Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "streamed")))
            .Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "whole")));
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

        (await run.Turn("librarian", "hello", isStreaming: true).SliceAsync()).MustComplete("\"streamed\"");
        (await run.Turn("librarian", "hello").SliceAsync()).MustComplete("\"whole\"");
    }

    private static string Completed(AgentRun run) => run.EventTexts[run.Events.IndexOf("lm.completed")];

    private static async Task<Answer> RetriedAsync(ProviderRun run, bool isStreaming = true)
    {
        var answering = run.Turn("librarian", "hello", isStreaming).SliceAsync();
        var waiting = run.Endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        if (await Task.WhenAny(answering, waiting) == waiting)
            run.Endpoint.Time.AdvanceMs(1000);
        return await answering;
    }
}
