using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.TypeCorpus;
using Agnt5.Types.Tests;
using Agnt5.Types.Tests.Truth;
using Agnt5.Types.Tests.Values;

namespace Agnt5.JavaScript.Tests.Types;

/// <summary>WebAssembly describes, reads, writes and refuses every type of the corpus as CoreCLR does.</summary>
public sealed class WasmTypeTests
{
    private const int ValuesPerType = 5;
    private const int MutationsPerType = 15;

    private static readonly Lazy<Task<IReadOnlyList<string>>> Answers = new(AskAsync);

    private static IReadOnlyList<Question> Questions { get; } = [.. CorpusType.All.Values.SelectMany(static type => Values(type).Concat(Mutations(type)))];

    [Fact]
    public async Task A_caller_reads_the_same_schemas()
    {
        var manifest = JsonNode.Parse((await Answers.Value)[0])!;

        Assert.Equal(JsonNode.Parse(CorpusEndpoint.Catalog.ManifestComponents)!.ToJsonString(), manifest["components"]!.ToJsonString());
    }

    [Fact]
    public async Task A_caller_gets_the_same_JSON_and_the_same_errors()
    {
        var answers = (await Answers.Value).Skip(1).ToArray();
        await using var endpoint = new CorpusEndpoint();
        var different = new List<string>();
        foreach (var (question, answer) in Questions.Zip(answers))
        {
            var expected = Encoding.UTF8.GetString(await endpoint.InvokeAsync(Encoding.UTF8.GetBytes(question.Body)));
            if (!question.IsAnswered(expected, answer))
                different.Add($"{question.Body}\n  here: {expected}\n  there: {answer}");
        }

        Assert.Equal(Questions.Count, answers.Length);
        Assert.True(different.Count == 0, $"{different.Count} of {answers.Length} answers differ:\n{string.Join('\n', different.Take(20))}");
    }

    private static async Task<IReadOnlyList<string>> AskAsync()
    {
        var package = await JavaScriptShipment.TypesForTheWebAsync();
        return await Command.ConverseAsync(
            Repository.PathOf("tests", "javascript"), "node", [.. Questions.Select(static question => question.Body)], "converse.mjs", "--package", package, "--engine", "wasm");
    }

    private static IEnumerable<Question> Values(CorpusType type) =>
        from seed in Enumerable.Range(0, ValuesPerType)
        select new Question(type, JsonSerializer.Serialize(new SeededValues(seed).Create(type.Parameter), type.Generated));

    private static IEnumerable<Question> Mutations(CorpusType type)
    {
        if (type.InputSchema is not JsonObject schema)
            return [];
        var random = new Random(1);
        return
            from seed in Enumerable.Range(0, MutationsPerType)
            let mutation = Mutation.Of(new SchemaDocuments(schema, seed).Create(), random)
            select new Question(type, mutation.Document?.ToJsonString() ?? "null");
    }

    private sealed record Question(CorpusType Type, string Input)
    {
        public string Body { get; } = Encoding.UTF8.GetString(CorpusClient.Body(Type.Name, Input));

        public bool IsAnswered(string expected, string answer) =>
            expected == answer || (UnorderedValues.Names.Contains(Type.Name) && SameValue.FindDifference(Output(expected), Output(answer)) is null);

        private object? Output(string answer) => JsonSerializer.Deserialize(new CorpusAnswer(Encoding.UTF8.GetBytes(answer)).Output, Type.Generated);
    }
}
