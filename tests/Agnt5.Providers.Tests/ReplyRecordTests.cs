using System.Collections;
using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>Replies whose record is not simply their JSON.</summary>
public sealed class ReplyRecordTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_provider_keeps_the_conversation_only_ids_that_are_missing_or_repeated_in_a_reply_are_made_up(bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        for (var reply = 1; reply <= 2; reply++)
            run.Server.Replies(run.Wire.Calls(isStreaming, Delete("", "a"), Delete("call_1", "b"), Delete("call_1", "c"), Delete("  ", "d")));
        run.Server.Replies(run.Wire.Says("done", isStreaming));
        var turn = run.Turn("archivist", "delete all", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"done\"");

        foreach (var request in run.Server.Requests.Skip(1))
        {
            var results = request.Body["input"]!.AsArray().Select(static item => (Id: item!["call_id"]!.GetValue<string>(), Output: item["output"]!.GetValue<string>())).ToArray();
            Assert.Equal(4, results.DistinctBy(static result => result.Id).Count());
            Assert.DoesNotContain(results, static result => string.IsNullOrWhiteSpace(result.Id));
            // The provider knows this call by its id.
            Assert.Equal("deleted b", results.Single(static result => result.Id == "call_1").Output);
        }
    }

    [Fact]
    public async Task A_reply_that_a_client_also_gives_to_other_turns_stays_as_it_is()
    {
        AIContent? content = null;
        var seen = new List<object?>();
        content = new CodeInterpreterToolResultContent("code_1")
        {
            Outputs = new Watched(() => seen.Add(content!.AdditionalProperties?["signature"])),
            AdditionalProperties = new() { ["signature"] = "c2ln" },
        };

        var said = await ContentsOfAsync(content);

        Assert.Equal("c2ln", said.OfType<CodeInterpreterToolResultContent>().Single().AdditionalProperties!["signature"]);
        Assert.NotEmpty(seen);
        Assert.All(seen, static signature => Assert.Equal("c2ln", signature));
    }

    [Fact]
    public async Task A_content_whose_own_code_fails_is_left_out_and_told()
    {
        var model = Model(new CodeInterpreterToolResultContent("code_1") { Outputs = new Watched(static () => throw new FormatException("not today")) });
        await using var run = await StartAsync(model);

        (await run.Turn("librarian", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");

        Assert.Contains(nameof(CodeInterpreterToolResultContent), Assert.Single(run.Endpoint.Log.About("cannot be recorded")).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Unreadable => ["names", "value"];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_call_whose_arguments_cannot_be_recorded_is_not_made_with_others(string kind)
    {
        Dictionary<string, object?> arguments = kind == "names"
            ? new() { ["title"] = "Emma", ["a\ud83d"] = 1, ["a\ud83c"] = 2 }
            : new() { ["title"] = "Emma", ["clock"] = new Unwritable() };
        var model = new ScriptedModel().Does(_ => ScriptedModel.Reply(new FunctionCallContent("call_1", "find_book", arguments))).Says("three");
        await using var run = await StartAsync(model);

        (await run.Turn("librarian", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");

        Assert.Empty(run.Endpoint.Diary);
        Assert.Contains("The arguments are not a JSON object", model.Requests[1].Text, StringComparison.Ordinal);
    }

    private static WireCall Delete(string id, string folder) => new(id, "delete_folder", new JsonObject { ["folder"] = folder }.ToJsonString());

    private static ScriptedModel Model(AIContent content) =>
        new ScriptedModel().Does(_ => ScriptedModel.Reply(content, new FunctionCallContent("call_1", "find_book", new Dictionary<string, object?> { ["title"] = "Emma" }))).Says("three");

    private static async Task<AIContent[]> ContentsOfAsync(AIContent content)
    {
        var model = Model(content);
        await using var run = await StartAsync(model);
        (await run.Turn("librarian", "Emma?").CutAfterEachStepAsync()).MustComplete("\"three\"");
        return [.. model.Requests[1].Messages.SelectMany(static message => message.Contents)];
    }

    private static Task<ProviderRun> StartAsync(ScriptedModel model) => ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model));

    /// <summary>Outputs that tell when they are written.</summary>
    private sealed class Watched(Action written) : IList<AIContent>
    {
        private readonly List<AIContent> _outputs = [new TextContent("4")];

        public int Count => _outputs.Count;

        public bool IsReadOnly => true;

        public AIContent this[int index]
        {
            get => _outputs[index];
            set => _outputs[index] = value;
        }

        public IEnumerator<AIContent> GetEnumerator()
        {
            written();
            return _outputs.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public int IndexOf(AIContent item) => _outputs.IndexOf(item);

        public void Insert(int index, AIContent item) => _outputs.Insert(index, item);

        public void RemoveAt(int index) => _outputs.RemoveAt(index);

        public void Add(AIContent item) => _outputs.Add(item);

        public void Clear() => _outputs.Clear();

        public bool Contains(AIContent item) => _outputs.Contains(item);

        public void CopyTo(AIContent[] array, int arrayIndex) => _outputs.CopyTo(array, arrayIndex);

        public bool Remove(AIContent item) => _outputs.Remove(item);
    }

    private sealed class Unwritable
    {
        public string Text => throw new InvalidOperationException("not as JSON");
    }
}
