using System.Globalization;
using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests;

/// <summary>The file of a recording, and what a playback takes for the same call.</summary>
public sealed class RecordingFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agnt5-recording-").FullName;

    private string Recording => Path.Combine(_folder, "chat.json");

    [Fact]
    public async Task Calls_at_the_same_time_are_recorded_in_the_order_in_which_they_began_and_played_back_in_any_order()
    {
        var replies = new Dictionary<string, TaskCompletionSource<ChatResponse>> { ["one"] = new(), ["two"] = new() };
        using var recorder = ChatRecording.Record(new Model(said => replies[said].Task), Recording);
        var (one, two) = (recorder.GetResponseAsync("one"), recorder.GetResponseAsync("two"));
        replies["two"].SetResult(Says("2"));
        await two;
        replies["one"].SetResult(Says("1"));
        await one;

        using var player = ChatRecording.Replay(Recording);
        Assert.Equal(["2", "1"], [(await player.GetResponseAsync("two")).Text, (await player.GetResponseAsync("one")).Text]);
        var calls = JsonNode.Parse(await File.ReadAllTextAsync(Recording))!["calls"]!.AsArray();
        Assert.Equal(["one", "two"], calls.Select(static call => call!["request"]!["messages"]![0]!["contents"]![0]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_a_client_keeps_beside_its_contents_is_played_back_and_what_has_no_JSON_form_is_left_out()
    {
        var reply = Says("Yes.");
        reply.AdditionalProperties = new() { ["score"] = 0.5, ["object"] = new Action(Dispose) };
        reply.Messages[0].Contents[0].AdditionalProperties = new() { ["signature"] = "abc", ["count"] = 3 };
        reply.Messages[0].Contents.Add(new OwnContent());
        await RecordAsync(reply, "Emma?");

        using var player = ChatRecording.Replay(Recording);
        var played = await player.GetResponseAsync("Emma?");

        Assert.Equal("Yes.", played.Text);
        Assert.Equal(ChatFinishReason.Stop, played.FinishReason);
        Assert.Equal(0.5, Assert.Single(played.AdditionalProperties!).Value);
        Assert.Equal(new Dictionary<string, object?> { ["signature"] = "abc", ["count"] = 3L }, played.Messages[0].Contents[0].AdditionalProperties!.ToDictionary());
        Assert.IsType<Action>(reply.AdditionalProperties["object"]);
    }

    [Fact]
    public async Task Times_ids_and_line_ends_of_messages_may_differ()
    {
        await RecordAsync(Says("Yes."), new ChatMessage(ChatRole.User, "Emma?\r\nSoon?") { CreatedAt = DateTimeOffset.UnixEpoch, MessageId = "m-1" });
        await File.WriteAllTextAsync(Recording, (await File.ReadAllTextAsync(Recording)).ReplaceLineEndings("\r\n"), System.Text.Encoding.UTF8);

        using var player = ChatRecording.Replay(Recording);

        Assert.Equal("Yes.", (await player.GetResponseAsync(new ChatMessage(ChatRole.User, "Emma?\nSoon?") { CreatedAt = DateTimeOffset.MaxValue, MessageId = "m-2" })).Text);
    }

    [Fact]
    public async Task Another_culture_changes_nothing()
    {
        var options = new ChatOptions { Temperature = 0.5f, AdditionalProperties = new() { ["ratio"] = 1.5 } };
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = other;
            await RecordAsync(Says("Yes."), "Emma?", options);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        using var player = ChatRecording.Replay(Recording);
        Assert.Equal("Yes.", (await player.GetResponseAsync("Emma?", options)).Text);
    }

    [Fact]
    public async Task Keys_and_headers_among_the_options_stay_out_of_the_file()
    {
        var headers = new Dictionary<string, string> { ["x"] = "sk-2" };
        await RecordAsync(Says("Yes."), "Emma?", new ChatOptions { AdditionalProperties = new() { ["api_key"] = "sk-1", ["extra_headers"] = headers, ["max_tokens"] = 7 } });

        var recorded = await File.ReadAllTextAsync(Recording);
        Assert.DoesNotContain("sk-", recorded, StringComparison.Ordinal);
        Assert.Contains("\"max_tokens\": 7", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_difference_of_long_texts_is_shown_where_it_is()
    {
        await RecordAsync(Says("Yes."), new string('x', 5000) + "Emma");
        using var player = ChatRecording.Replay(Recording);

        var failure = await Assert.ThrowsAsync<NonRetryableException>(() => player.GetResponseAsync(new string('x', 5000) + "Persuasion"));

        Assert.Contains("xEmma\", now \"…xxx", failure.Message, StringComparison.Ordinal);
        Assert.Contains("xPersuasion\"", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Length < 1000, failure.Message);
    }

    [Fact]
    public async Task A_tool_that_is_told_otherwise_is_a_difference()
    {
        await RecordAsync(Says("Yes."), "Emma?", Offers("Counts books."));
        using var player = ChatRecording.Replay(Recording);

        var failure = await Assert.ThrowsAsync<NonRetryableException>(() => player.GetResponseAsync("Emma?", Offers("Counts people.")));

        Assert.Contains("at $.tools.count: recorded", failure.Message, StringComparison.Ordinal);

        static ChatOptions Offers(string description) => new() { Tools = [AIFunctionFactory.Create(static () => 1, "count", description)] };
    }

    [Fact]
    public async Task A_large_photo_is_compared_and_not_copied_into_the_file()
    {
        await RecordAsync(Says("Yes."), new ChatMessage(ChatRole.User, [new DataContent(new byte[100_000], "image/png")]));
        Assert.True(new FileInfo(Recording).Length < 10_000);
        using var player = ChatRecording.Replay(Recording);

        await Assert.ThrowsAsync<NonRetryableException>(() => player.GetResponseAsync(new ChatMessage(ChatRole.User, [new DataContent(new byte[100_001], "image/png")])));
        Assert.Equal("Yes.", (await player.GetResponseAsync(new ChatMessage(ChatRole.User, [new DataContent(new byte[100_000], "image/png")]))).Text);
    }

    [Fact]
    public async Task A_stream_that_the_caller_leaves_is_recorded_up_to_there_and_a_canceled_call_is_not()
    {
        using var cancel = new CancellationTokenSource();
        using (var recorder = ChatRecording.Record(new Model(_ => Task.FromResult(Says("Yes."))), Recording))
        {
            await foreach (var update in recorder.GetStreamingResponseAsync("left"))
                break;
            await foreach (var update in recorder.GetStreamingResponseAsync("canceled", cancellationToken: cancel.Token))
                await cancel.CancelAsync();
        }

        using var player = ChatRecording.Replay(Recording);
        Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(Recording))!["calls"]!.AsArray());
        Assert.Equal("Yes.", (await player.GetStreamingResponseAsync("left").ToChatResponseAsync()).Text);
    }

    [Fact]
    public async Task A_recording_is_made_where_it_is_missing_and_played_where_it_is_not()
    {
        var asked = 0;
        for (var run = 0; run < 2; run++)
        {
            using var client = ChatRecording.Open(Recording, () => new Model(_ => Task.FromResult(Says($"{++asked}"))));
            Assert.Equal("1", (await client.GetResponseAsync("How many?")).Text);
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_missing_recording_says_how_to_make_it()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => ChatRecording.Replay(Recording));

        Assert.StartsWith($"There is no recording {Recording}. Record it again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_fails_the_call_and_is_not_taken_for_a_failure_of_the_model()
    {
        await File.WriteAllTextAsync(Recording, "");

        using var recorder = ChatRecording.Record(new Model(_ => Task.FromResult(Says("Yes."))), Path.Combine(Recording, "chat.json"));

        Assert.Contains("cannot be written", (await Assert.ThrowsAsync<InvalidOperationException>(() => recorder.GetResponseAsync("Emma?"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"version":1,"client":{"takes_contents":true,"reads_json":false},"calls":[{}]}""")]
    [InlineData("""{"version":1,"client":{"takes_contents":true,"reads_json":false},"calls":[{"request":{},"reply":""")]
    public async Task A_file_that_is_no_recording_says_so(string text)
    {
        await File.WriteAllTextAsync(Recording, text);

        Assert.Contains("is no recording", Assert.Throws<InvalidDataException>(() => ChatRecording.Replay(Recording)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ChatResponse Says(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };

    private Task RecordAsync(ChatResponse reply, string message, ChatOptions? options = null) => RecordAsync(reply, new ChatMessage(ChatRole.User, message), options);

    private async Task RecordAsync(ChatResponse reply, ChatMessage message, ChatOptions? options = null)
    {
        using var recorder = ChatRecording.Record(new Model(_ => Task.FromResult(reply)), Recording);
        await recorder.GetResponseAsync(message, options);
    }

    private sealed class OwnContent : AIContent;

    /// <summary>Answers by the text of the last message.</summary>
    private sealed class Model(Func<string, Task<ChatResponse>> reply) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => reply(messages.Last().Text);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await reply(messages.Last().Text)).ToChatResponseUpdates())
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
