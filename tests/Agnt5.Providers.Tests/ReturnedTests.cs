using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Responses;

namespace Agnt5.Providers.Tests;

/// <summary>What a provider wants back with the next request comes back, also from another process.</summary>
public sealed class ReturnedTests
{
    private static readonly WireCall Call = new("call_1", "find_book", """{"title":"Emma & \u00e9", "copies": 1.0}""");

    [Theory]
    [Backs("Reasoning", Provider = "Anthropic")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thinking_with_its_signature_and_redacted_thinking(bool isStreaming)
    {
        var thinking = JsonNode.Parse("""{"type":"thinking","thinking":"Let me look.","signature":"c2lnbmVk"}""")!.AsObject();
        var redacted = JsonNode.Parse("""{"type":"redacted_thinking","data":"aGlkZGVu"}""")!.AsObject();
        var call = new JsonObject { ["type"] = "tool_use", ["id"] = Call.Id, ["name"] = Call.Name, ["input"] = JsonNode.Parse(Call.Arguments) };

        var requests = await MustSendTheSameAsync(
            Provider.Anthropic, isStreaming, AnthropicWire.Reply(isStreaming, "tool_use", thinking, redacted, call), Provider.Anthropic.Wire.Says("three", isStreaming));

        var sent = requests[1]["messages"]![1]!["content"]!;
        Assert.True(JsonNode.DeepEquals(thinking, sent[0]), sent.ToJsonString());
        Assert.True(JsonNode.DeepEquals(redacted, sent[1]), sent.ToJsonString());
    }

    [Theory]
    [Backs("Reasoning", Provider = "OpenAI responses")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Encrypted_reasoning_of_responses_that_nobody_stores(bool isStreaming)
    {
        var reasoning = JsonNode.Parse("""{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"ZW5jcnlwdGVk"}""")!.AsObject();
        var call = new JsonObject { ["id"] = "fc_1", ["type"] = "function_call", ["status"] = "completed", ["call_id"] = Call.Id, ["name"] = Call.Name, ["arguments"] = Call.Arguments };
        var unstored = Provider.OpenAIResponses with { Connect = static address => Unstored(Provider.OpenAIResponses.Connect(address)) };

        var requests = await MustSendTheSameAsync(
            unstored, isStreaming, OpenAIResponsesWire.Reply(isStreaming, reasoning, OpenAIResponsesWire.Message("I look."), call), Provider.OpenAIResponses.Wire.Says("three", isStreaming));

        var sent = requests[1]["input"]!.AsArray().Single(static item => item!["type"]!.GetValue<string>() == "reasoning")!;
        Assert.Equal(("rs_1", "ZW5jcnlwdGVk"), (sent["id"]!.GetValue<string>(), sent["encrypted_content"]!.GetValue<string>()));
        Assert.Null(requests[1]["previous_response_id"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Responses_that_the_provider_stores_are_named(bool isStreaming)
    {
        var requests = await MustSendTheSameAsync(
            Provider.OpenAIResponses, isStreaming, Provider.OpenAIResponses.Wire.Calls(isStreaming, Call), Provider.OpenAIResponses.Wire.Says("three", isStreaming));

        Assert.Equal("resp_1", requests[1]["previous_response_id"]!.GetValue<string>());
        Assert.Equal("function_call_output", requests[1]["input"]!.AsArray().Single()!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_of_chat_completions(bool isStreaming)
    {
        var requests = await MustSendTheSameAsync(Provider.OpenAIChat, isStreaming, Provider.OpenAIChat.Wire.Calls(isStreaming, Call), Provider.OpenAIChat.Wire.Says("three", isStreaming));

        Assert.Equal("call_1", requests[1]["messages"]![2]!["tool_calls"]![0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [Backs("Reasoning", Provider = "OpenAI chat", Works = false)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reasoning_of_chat_completions_is_not_sent_back_by_their_adapter(bool isStreaming)
    {
        var message = JsonNode.Parse("""{"role":"assistant","content":"","reasoning_content":"Let me look.","tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"find_book","arguments":"{\"title\":\"Emma\"}"}}]}""")!.AsObject();
        var reply = isStreaming
            ? ServerSentEvents.Of(OpenAIChatWire.Chunk(message), OpenAIChatWire.Chunk([], "tool_calls"), OpenAIChatWire.Done)
            : OpenAIChatWire.Whole(message, "tool_calls");

        var requests = await MustSendTheSameAsync(Provider.OpenAIChat, isStreaming, reply, Provider.OpenAIChat.Wire.Says("three", isStreaming));

        Assert.DoesNotContain("Let me look.", requests[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [Backs("Reasoning", Provider = "Ollama")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thoughts_before_a_call_of_a_local_model(bool isStreaming)
    {
        var message = JsonNode.Parse("""{"role":"assistant","content":"","thinking":"Let me look.","tool_calls":[{"function":{"name":"find_book","arguments":{"title":"Emma"}}}]}""")!.AsObject();

        var requests = await MustSendTheSameAsync(Provider.Ollama, isStreaming, OllamaWire.Reply(isStreaming, message), Provider.Ollama.Wire.Says("three", isStreaming));

        Assert.Equal("Let me look.", requests[1]["messages"]![2]!["thinking"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signatures_that_a_client_keeps_beside_calls_texts_and_messages(bool isStreaming)
    {
        static ChatResponse Reply(params AIContent[] contents)
        {
            var reply = ScriptedModel.Reply(contents);
            reply.Messages[0].AdditionalProperties = new() { ["turn"] = "t1" };
            return reply;
        }

        var model = new ScriptedModel()
            .Does(static _ => Reply(
                new TextReasoningContent("hm") { ProtectedData = "cHJvdGVjdGVk", AdditionalProperties = new() { ["thought"] = true } },
                new FunctionCallContent("call_1", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" })
                {
                    AdditionalProperties = new()
                    {
                        ["thought_signature"] = "c2ln",
                        ["weight"] = 1.5,
                        ["index"] = 3,
                        ["nested"] = JsonNode.Parse("""{"google":{"parts":[1,"two",null]}}"""),
                        ["none"] = null,
                        ["huge"] = System.Text.Json.JsonDocument.Parse("1e400").RootElement,
                        ["half"] = System.Text.Json.JsonDocument.Parse("""["\ud83d"]""").RootElement,
                        ["clock"] = new Unwritable(),
                    },
                }))
            .Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

        (await run.Turn("librarian", "Emma?", isStreaming).CutAfterEachStepAsync()).MustComplete("\"three\"");

        var said = model.Requests[1].Messages.Single(static message => message.Role == ChatRole.Assistant);
        var reasoning = Assert.IsType<TextReasoningContent>(said.Contents[0]);
        var call = Assert.IsType<FunctionCallContent>(said.Contents[1]);
        Assert.Equal("cHJvdGVjdGVk", reasoning.ProtectedData);
        Assert.Equal(true, reasoning.AdditionalProperties!["thought"]);
        Assert.Equal(["c2ln", 1.5, 3L, null], new[] { "thought_signature", "weight", "index", "none" }.Select(name => call.AdditionalProperties![name]));
        Assert.Equal("""{"google":{"parts":[1,"two",null]}}""", call.AdditionalProperties!["nested"]!.ToString());
        Assert.Equal(["1e400", """["\uFFFD"]"""], new[] { "huge", "half" }.Select(name => call.AdditionalProperties![name]!.ToString()));
        Assert.DoesNotContain("clock", call.AdditionalProperties.Keys);
        if (!isStreaming)
            Assert.Equal("t1", said.AdditionalProperties!["turn"]);
        Assert.Contains(nameof(Unwritable), Assert.Single(run.Endpoint.Log.About("cannot be recorded")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_object_of_a_client_is_not_recorded_whatever_it_holds(bool isStreaming)
    {
        const string secret = "c2VjcmV0LXRva2Vu";
        using var http = new HttpResponseMessage { RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://example.com") { Headers = { { "Authorization", $"Bearer {secret}" } } } };
        var options = new ClientSettings(secret);
        var properties = new AdditionalPropertiesDictionary
        {
            ["http"] = http,
            ["options"] = options,
            ["list"] = new object[] { "kept", options },
            ["map"] = new Dictionary<string, object?> { ["inner"] = options },
            ["plain"] = new List<int> { 1, 2 },
            ["bytes"] = new byte[] { 1, 2, 3 },
            ["texts"] = new Dictionary<string, string> { ["a"] = "b" },
        };
        var model = new ScriptedModel()
            .Does(_ => new ChatResponse(
            [
                new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("a", "search") { InformationalOnly = true }]),
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent("a", options)]),
                new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("b", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" }) { AdditionalProperties = properties }]),
            ]) { FinishReason = ChatFinishReason.ToolCalls })
            .Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));
        var turn = run.Turn("librarian", "Emma?", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"three\"");

        Assert.DoesNotContain(secret, turn.Checkpoint!.ToJsonString(), StringComparison.Ordinal);
        var kept = model.Requests[1].Messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().Single(static call => !call.InformationalOnly).AdditionalProperties!;
        Assert.Equal(["bytes", "plain", "texts"], kept.Keys.Order());
        Assert.Equal(["AQID", "[1,2]", """{"a":"b"}"""], kept.OrderBy(static pair => pair.Key).Select(static pair => pair.Value!.ToString()));
        Assert.Equal(
            [nameof(ClientSettings), nameof(HttpResponseMessage)],
            run.Endpoint.Log.About("cannot be recorded").SelectMany(static said => new[] { nameof(ClientSettings), nameof(HttpResponseMessage) }.Where(said.Message.Contains)).Distinct().Order());
    }

    [Fact]
    public async Task A_number_that_a_client_keeps_is_the_same_live_and_on_replay()
    {
        var live = await KeptAsync(isCut: false);

        Assert.Equal(live, await KeptAsync(isCut: true));
        Assert.Equal(
            [
                "a Int64 7", "b Double 1.5", "c JsonElement 1.0", "d JsonElement 1e2", "e JsonElement 12345678901234567890", "f JsonElement 0.1234567890123456789", "g Double -0", "h Int64 1",
                "i JsonElement 12345678901234567890", "j JsonElement 1.10", "k JsonElement [1.0]",
            ],
            live);
    }

    private static async Task<string[]> KeptAsync(bool isCut)
    {
        static System.Text.Json.JsonElement Number(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement;

        var model = new ScriptedModel()
            .Calls(new FunctionCallContent("call_1", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" })
            {
                AdditionalProperties = new()
                {
                    ["a"] = Number("7"), ["b"] = Number("1.5"), ["c"] = Number("1.0"), ["d"] = Number("1e2"), ["e"] = Number("12345678901234567890"), ["f"] = Number("0.1234567890123456789"),
                    ["g"] = Number("-0"), ["h"] = 1.0, ["i"] = 12345678901234567890UL, ["j"] = 1.10m, ["k"] = Number("[1.0]"),
                },
            })
            .Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));
        var turn = run.Turn("librarian", "Emma?");
        (isCut ? await turn.CutAfterEachStepAsync() : await turn.SliceAsync()).MustComplete("\"three\"");
        return [.. model.Requests[1].Messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().Single().AdditionalProperties!
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => FormattableString.Invariant($"{pair.Key} {pair.Value!.GetType().Name} {pair.Value}"))];
    }

    [Fact]
    public async Task Reasoning_in_a_message_by_itself_goes_back_with_the_message_that_it_led_to()
    {
        var model = new ScriptedModel().Does(static _ => new ChatResponse(
        [
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("hm") { ProtectedData = "cHJvdGVjdGVk" }]),
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call_1", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" })]),
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("done")]),
        ]) { FinishReason = ChatFinishReason.ToolCalls }).Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

        (await run.Turn("librarian", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");

        var said = model.Requests[1].Messages.Single(static message => message.Role == ChatRole.Assistant);
        Assert.Equal([typeof(TextReasoningContent), typeof(FunctionCallContent)], said.Contents.Select(static content => content.GetType()));
    }

    [Fact]
    public async Task Calls_that_a_client_has_made_itself_go_back_with_their_results_and_files()
    {
        var model = new ScriptedModel()
            .Does(static _ => new ChatResponse(
            [
                new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("a", "search") { InformationalOnly = true }, new FunctionCallContent("a", "search") { InformationalOnly = true }]),
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent("a", "found")]),
                new ChatMessage(ChatRole.Assistant, [new HostedFileContent("file-1"), new FunctionCallContent("a", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" })]),
            ]) { FinishReason = ChatFinishReason.ToolCalls })
            .Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

        (await run.Turn("librarian", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");

        var contents = model.Requests[1].Messages.SelectMany(static message => message.Contents).ToArray();
        Assert.Equal(["a", "call_1", "call_2"], contents.OfType<FunctionCallContent>().Select(static call => call.CallId));
        Assert.Equal(["call_1", "call_2"], contents.OfType<FunctionResultContent>().Select(static result => result.CallId));
        Assert.Equal("found", contents.OfType<FunctionResultContent>().First().Result);
        Assert.Equal("file-1", contents.OfType<HostedFileContent>().Single().FileId);
        Assert.Equal(["find_book Emma"], run.Endpoint.Diary);
    }

    [Fact]
    public async Task Thought_signatures_that_a_delegating_client_keeps()
    {
        var gemini = Provider.OpenAIChat with { Connect = static address => new GeminiSignatures(Provider.OpenAIChat.Connect(address)) };
        var call = OpenAIChatWire.Call(Call);
        call["extra_content"] = JsonNode.Parse("""{"google":{"thought_signature":"c2lnbmVk"}}""");

        var requests = await MustSendTheSameAsync(
            gemini,
            isStreaming: false,
            OpenAIChatWire.Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray(call) }, "tool_calls"),
            gemini.Wire.Says("three"));

        Assert.Equal("c2lnbmVk", requests[1]["messages"]![2]!["tool_calls"]![0]!["extra_content"]!["google"]!["thought_signature"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("colleague", true)]
    [InlineData("doubter", false)]
    public async Task Reasoning_goes_on_to_another_agent_only_where_its_provider_can_read_it(string agent, bool isKept)
    {
        var model = new ScriptedModel()
            .Does(_ => ScriptedModel.Reply(new TextReasoningContent("hm") { ProtectedData = "cHJvdGVjdGVk" }, new FunctionCallContent("call_1", $"transfer_to_{agent}")))
            .Says("three");
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

        (await run.Turn("thinker", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");

        Assert.Equal(isKept, model.Requests[1].Messages.Any(static message => message.Contents.Any(static content => content is TextReasoningContent { ProtectedData: "cHJvdGVjdGVk" })));
    }

#pragma warning disable OPENAI001 // The package calls its client for responses experimental; it is what users of the newer models have.
    private static IChatClient Unstored(IChatClient client) => client.AsBuilder().ConfigureOptions(static options => options.RawRepresentationFactory = static _ =>
    {
        var unstored = new CreateResponseOptions { StoredOutputEnabled = false };
        unstored.IncludedProperties.Add(IncludedResponseProperty.ReasoningEncryptedContent);
        return unstored;
    }).Build();
#pragma warning restore OPENAI001

    /// <summary>Runs a turn in one slice, and again with a new process for each step. Both must send the provider the same bytes.</summary>
    private static async Task<JsonObject[]> MustSendTheSameAsync(Provider provider, bool isStreaming, params CannedReply[] replies)
    {
        var whole = await SendAsync(provider, isStreaming, isCut: false, replies);
        var cut = await SendAsync(provider, isStreaming, isCut: true, replies);
        Assert.Equal(whole, cut);
        return [.. whole.Select(static request => JsonNode.Parse(request)!.AsObject())];
    }

    private static async Task<string[]> SendAsync(Provider provider, bool isStreaming, bool isCut, CannedReply[] replies)
    {
        await using var server = await CannedProvider.StartAsync();
        server.Replies(replies);
        JsonObject? checkpoint = null;
        while (true)
        {
            await using var endpoint = await AgentEndpoint.StartAsync(services => services.AddSingleton(_ => provider.Connect(server.Address)));
            var run = endpoint.Turn("librarian", "Do you have Emma?");
            (run.IsStreaming, run.Checkpoint) = (isStreaming, checkpoint);
            var answer = isCut ? await run.SliceAsync(deadlineInMs: 10_000, yieldBeforeMs: 10_000) : await run.SliceAsync();
            checkpoint = run.Checkpoint;
            if (answer.Json["reason"]?.GetValue<string>() == "budget")
                continue;

            answer.MustComplete("\"three\"");
            return [.. server.Requests.Select(request => WithoutMadeUpIds(request.Text, provider))];
        }
    }

    // The adapter of Ollama makes ids up.
    private static string WithoutMadeUpIds(string request, Provider provider) =>
        provider.Wire is OllamaWire ? System.Text.RegularExpressions.Regex.Replace(request, """CallId\\":\\"[0-9a-f]{8}""", "CallId") : request;

    private sealed record ClientSettings(string ApiKey);

    private sealed class Unwritable
    {
        public string Text => throw new InvalidOperationException("not as JSON");
    }
}
