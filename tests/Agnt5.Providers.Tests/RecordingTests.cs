using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>A turn that was recorded through a real adapter is played back without the provider.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agnt5-recording-").FullName;

    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    private string Recording => Path.Combine(_folder, "chats", "turn.json");

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_recorded_turn_gives_the_same_answer_events_and_usage(string name, bool isStreaming)
    {
        var wire = Provider.Named(name).Wire;
        var live = await RecordAsync(
            Provider.Named(name), "librarian", isStreaming, wire.Calls(isStreaming, new WireCall("call_1", "find_book", """{"title":"Emma"}""")), wire.Says("There are three.", isStreaming));
        live.Answer.MustComplete("\"There are three.\"");

        var played = await PlayAsync("librarian", isStreaming);

        MustBeTheSame(live, played);
        Assert.Contains(played.Run.EventTexts, static text => text.Contains("\"total_tokens\":15", StringComparison.Ordinal));
        Assert.Equal(["find_book Emma"], played.Diary);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Results_with_images_are_played_back_in_the_form_in_which_the_providers_client_takes_them(string name, bool isStreaming)
    {
        var wire = Provider.Named(name).Wire;
        var live = await RecordAsync(Provider.Named(name), "painter", isStreaming, wire.Calls(isStreaming, new WireCall("call_1", "paint_with_title", "{}")), wire.Says("Lovely.", isStreaming));
        live.Answer.MustComplete("\"Lovely.\"");

        MustBeTheSame(live, await PlayAsync("painter", isStreaming));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_conversation_that_was_handed_over_is_played_back_with_the_declarations_that_the_providers_client_got(string name, bool isStreaming)
    {
        var wire = Provider.Named(name).Wire;
        var live = await RecordAsync(
            Provider.Named(name), "archivist", isStreaming, wire.Calls(isStreaming, new WireCall("call_1", "transfer_to_porter", "{}")), wire.Says("Goodbye.", isStreaming));
        live.Answer.MustComplete("\"Goodbye.\"");

        MustBeTheSame(live, await PlayAsync("archivist", isStreaming));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_recorded_failure_is_tried_again_as_it_was(string name, bool isStreaming)
    {
        var wire = Provider.Named(name).Wire;
        var busy = new CannedReply { Status = 429, Headers = [("Retry-After", "300")], Pieces = ["""{"error":{"message":"Busy, sk-secret"}}"""] };
        var live = await RecordAsync(Provider.Named(name), "librarian", isStreaming, budgetInMs: 500, busy);
        var recorded = await File.ReadAllTextAsync(Recording);

        var played = await PlayAsync("librarian", isStreaming, budgetInMs: 500);

        Assert.Equal(live.Answer.Json["status"]!.GetValue<string>(), played.Answer.Json["status"]!.GetValue<string>());
        Assert.Equal(live.Answer.Json["ready_at_ms"]?.GetValue<long>(), played.Answer.Json["ready_at_ms"]?.GetValue<long>());
        Assert.Contains("\"status\": 429", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", recorded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_that_the_adapter_tells_by_its_own_objects_is_a_refusal_when_it_is_played_back(bool isStreaming)
    {
        var live = await RecordAsync(Provider.OpenAIChat, "librarian", isStreaming, isStreaming
            ? ServerSentEvents.Of(OpenAIChatWire.Chunk(new JsonObject { ["role"] = "assistant", ["refusal"] = "I can't do that." }), OpenAIChatWire.Chunk([], "stop"), OpenAIChatWire.Done)
            : OpenAIChatWire.Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = "I can't do that." }, "stop"));
        live.Answer.MustFail("The model of agent 'librarian' refused to answer", isFinal: true);

        var played = await PlayAsync("librarian", isStreaming);

        Assert.Equal(live.Answer.Message, played.Answer.Message);
        MustBeTheSame(live, played);
    }

    [Fact]
    public async Task A_response_that_a_filter_cuts_off_is_one_when_it_is_played_back()
    {
        var response = OpenAIResponsesWire.Response("incomplete", OpenAIResponsesWire.Message("I can"));
        response["incomplete_details"] = new JsonObject { ["reason"] = "content_filter" };
        var live = await RecordAsync(Provider.OpenAIResponses, "librarian", isStreaming: true, ServerSentEvents.Of(
        [
            OpenAIResponsesWire.Created(),
            .. OpenAIResponsesWire.Item(OpenAIResponsesWire.Message("I can"), 0),
            ServerSentEvents.Typed(new JsonObject { ["type"] = "response.incomplete", ["sequence_number"] = 9, ["response"] = response }),
        ]));
        live.Answer.MustFail("The model of agent 'librarian' refused to answer", isFinal: true);

        Assert.Equal(live.Answer.Message, (await PlayAsync("librarian", isStreaming: true)).Answer.Message);
    }

    [Theory]
    [MemberData(nameof(Provider.Names), MemberType = typeof(Provider))]
    public async Task A_stream_that_breaks_is_asked_for_again_when_it_is_played_back(string name)
    {
        var provider = Provider.Named(name);
        var live = await RecordAsync(provider, "librarian", isStreaming: true, Broken.HalfCall(provider), provider.Wire.Says("There are three.", streams: true));
        live.Answer.MustComplete("\"There are three.\"");

        MustBeTheSame(live, await PlayAsync("librarian", isStreaming: true));
    }

    [Fact]
    public async Task A_call_whose_arguments_are_no_JSON_is_told_to_the_model_when_it_is_played_back()
    {
        var wire = Provider.OpenAIChat.Wire;
        var live = await RecordAsync(
            Provider.OpenAIChat, "librarian", isStreaming: false, wire.Calls(streams: false, new WireCall("call_1", "find_book", "{\"title\":")), wire.Says("I cannot."));
        live.Answer.MustComplete("\"I cannot.\"");

        MustBeTheSame(live, await PlayAsync("librarian", isStreaming: false));
    }

    [Fact]
    public async Task A_conversation_that_has_changed_is_told_by_its_first_difference()
    {
        await RecordAsync(Provider.OpenAIChat, "librarian", isStreaming: false, Provider.OpenAIChat.Wire.Says("Yes."));

        var answer = (await PlayAsync("librarian", isStreaming: false, "Do you have Persuasion?")).Answer;

        Assert.Contains("""at $.messages[1].contents[0].text: recorded "Do you have Emma?", now "Do you have Persuasion?".""", answer.Message, StringComparison.Ordinal);
        Assert.Contains("Record it again", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_goes_on_after_the_recording_is_told_so()
    {
        await RecordAsync(Provider.OpenAIChat, "librarian", isStreaming: false, Provider.OpenAIChat.Wire.Says("Yes."));

        await using var endpoint = await AgentEndpoint.StartAsync(services => services.AddSingleton(ChatRecording.Replay(Recording)));
        (await endpoint.Turn("librarian", "Do you have Emma?").SliceAsync()).MustComplete("\"Yes.\"");
        var answer = await endpoint.Turn("librarian", "Do you have Emma?").SliceAsync();

        Assert.Contains("Call 2 is not in the recording", answer.Message, StringComparison.Ordinal);
        Assert.Contains("which ends after 1 calls. Record it again", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_the_same_each_time_and_holds_no_key()
    {
        await RecordAsync(Provider.OpenAIChat, "librarian", isStreaming: true, Provider.OpenAIChat.Wire.Says("Yes.", streams: true));
        var first = await File.ReadAllTextAsync(Recording);
        await RecordAsync(Provider.OpenAIChat, "librarian", isStreaming: true, Provider.OpenAIChat.Wire.Says("Yes.", streams: true));

        Assert.Equal(first, await File.ReadAllTextAsync(Recording));
        Assert.DoesNotContain("Bearer", first, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", first, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"Do you have Emma?\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_of_a_run_in_options_are_not_compared()
    {
        await using var run = await ProviderRun.StartAsync(
            Provider.OpenAIChat with { Connect = address => ChatRecording.Record(Provider.OpenAIChat.Connect(address), Recording) },
            static services => services.AddSingleton<IModelOptionsPolicy>(new Keyed()));
        run.Server.Replies(run.Wire.Says("Yes."));
        (await run.Turn("librarian", "Do you have Emma?").SliceAsync()).MustComplete("\"Yes.\"");

        var recorded = await File.ReadAllTextAsync(Recording);

        Assert.Contains("\"key\": \"(idempotency key)\"", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("run-1", recorded, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void MustBeTheSame(Turn live, Turn played)
    {
        Assert.Equal(live.Answer.Json["output"]?.ToJsonString(), played.Answer.Json["output"]?.ToJsonString());
        Assert.Equal(live.Run.Events, played.Run.Events);
        Assert.Equal(live.Run.EventTexts, played.Run.EventTexts);
    }

    private Task<Turn> RecordAsync(Provider provider, string agent, bool isStreaming, params CannedReply[] replies) => RecordAsync(provider, agent, isStreaming, budgetInMs: null, replies);

    private async Task<Turn> RecordAsync(Provider provider, string agent, bool isStreaming, long? budgetInMs, params CannedReply[] replies)
    {
        await using var run = await ProviderRun.StartAsync(provider with { Connect = address => ChatRecording.Record(provider.Connect(address), Recording) });
        run.Server.Replies(replies);
        var turn = run.Turn(agent, "Do you have Emma?", isStreaming);
        return new(turn, await SliceAsync(turn, run.Endpoint, budgetInMs), run.Endpoint.Diary);
    }

    private async Task<Turn> PlayAsync(string agent, bool isStreaming, string message = "Do you have Emma?", long? budgetInMs = null)
    {
        await using var endpoint = await AgentEndpoint.StartAsync(services => services.AddSingleton(ChatRecording.Replay(Recording)));
        var turn = endpoint.Turn(agent, message);
        turn.IsStreaming = isStreaming;
        return new(turn, await SliceAsync(turn, endpoint, budgetInMs), endpoint.Diary);
    }

    // Within the slice a failed call is tried again after a second.
    private static async Task<Answer> SliceAsync(AgentRun turn, AgentEndpoint endpoint, long? budgetInMs)
    {
        var answering = turn.SliceAsync(deadlineInMs: budgetInMs);
        var waiting = endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        if (await Task.WhenAny(answering, waiting) == waiting)
            endpoint.Time.AdvanceMs(1000);
        return await answering;
    }

    private sealed class Keyed : IModelOptionsPolicy
    {
        public void Apply(ChatOptions options, ModelCall call) => options.AdditionalProperties = new() { ["key"] = call.IdempotencyKey, ["run"] = call.RunId };
    }

    private sealed record Turn(AgentRun Run, Answer Answer, IReadOnlyList<string> Diary);
}
