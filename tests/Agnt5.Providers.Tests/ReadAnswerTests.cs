using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests;

/// <summary>An answer is read, so a model sees what an input of the type must be: no member that is computed, but limits and formats.</summary>
public sealed class ReadAnswerTests
{
    private const string Crossing = """{"leavesAt":"2026-01-02T03:04:05Z","page":"https://example.com/a","decks":3,"boardsAt":"02:30:00"}""";

    private static readonly string[] Providers = ["Anthropic", "OpenAI chat", "OpenAI responses", "Ollama"];

    private static readonly (string Type, string Component, string Input, string Output)[] Components =
    [
        ("agent", "ferry", "\"?\"", """{"leavesAt":"2026-01-02T03:04:05Z","page":"https://example.com/a","decks":3,"boardsAt":"02:30:00","summary":"3 decks"}"""),
        ("agent", "night_ferry", "\"?\"", "\"2026-01-02 03:04:05Z https://example.com/a 3 02:30\""),
        ("workflow", "book_ferry", """{"message":"?"}""", "\"2026-01-02 03:04:05Z https://example.com/a 3 02:30\""),
    ];

    public static TheoryData<string, string, string, string, string> Askers()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var provider in Providers)
        {
            foreach (var (type, component, input, output) in Components)
                data.Add(provider, type, component, input, output);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task A_model_sees_what_an_input_of_the_answers_type_must_be(string provider, string type, string component, string input, string output)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says(Crossing));

        var answer = await run.Endpoint.Run(type, component, input).SliceAsync();

        Assert.Equal(Schemas.Normal(JsonNode.Parse(output)!), Schemas.Normal(answer.Json["output"]!));
        var form = run.Wire.AnswerFormOf(run.Server.Requests.Single().Body)!;
        var members = form["properties"]!.AsObject();
        Assert.Equal(["leavesAt", "page", "decks", "boardsAt"], members.Select(static member => member.Key));
        Assert.Equal(["leavesAt", "page", "decks", "boardsAt"], form["required"]!.AsArray().Select(static name => name!.GetValue<string>()));

        // An adapter writes keywords that its provider does not take into the description.
        Assert.Matches("format\\W+date-time", members["leavesAt"]!.ToJsonString());
        Assert.Matches("format\\W+(u0022)?uri-reference", members["page"]!.ToJsonString());
        Assert.Matches("minimum\\W+1\\b", members["decks"]!.ToJsonString());
        Assert.Matches("maximum\\W+8\\b", members["decks"]!.ToJsonString());
        Assert.Contains("pattern", members["boardsAt"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Ollama")]
    public async Task An_answer_beyond_a_limit_goes_back_to_the_model(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says(Crossing.Replace("3,", "9,", StringComparison.Ordinal)), run.Wire.Says(Crossing));

        var answer = await run.Turn("ferry", "?").SliceAsync();

        Assert.Equal(3, answer.Json["output"]!["decks"]!.GetValue<int>());
        Assert.Contains("$.decks: expected integer from 1 to 8, got 9", run.Server.Requests[1].Body.ToJsonString(), StringComparison.Ordinal);
    }
}
