using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;

namespace Agnt5.Providers.Tests;

/// <summary>Answers of a type: each provider is asked for the form, and the answer binds.</summary>
public sealed class AnswerFormTests
{
    private const string Card = """{"$type":"card","amount":5,"number":"4711"}""";

    public static TheoryData<string, string, string, string> Answers()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var provider in Provider.All)
        {
            data.Add(provider.Name, "union", $$"""{"result":{{Card}}}""", Card);
            data.Add(provider.Name, "receipt", $$"""{"paid":{{Card}},"tip":null}""", $$"""{"paid":{{Card}},"tip":null}""");
            data.Add(provider.Name, "map", """{"result":{"a":1,"b":2}}""", """{"a":1,"b":2}""");
            data.Add(provider.Name, "list", """{"result":["a","b"]}""", """["a","b"]""");
            data.Add(provider.Name, "number", """{"result":7}""", "7");
        }

        return data;
    }

    [Theory]
    [Backs("Typed answers")]
    [MemberData(nameof(Answers))]
    public async Task A_provider_is_asked_for_the_form_of_an_answer_and_the_answer_binds(string provider, string agent, string says, string output)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says(says));

        var answer = await run.Turn(agent, "?").SliceAsync();

        Assert.Equal(Schemas.Normal(JsonNode.Parse(output)!), Schemas.Normal(answer.Json["output"]!));
        var form = run.Wire.AnswerFormOf(run.Server.Requests.Single().Body);
        Assert.NotNull(form);
        Assert.Equal("object", form["type"]!.GetValue<string>());
        Assert.NotEmpty(form["properties"]!.AsObject());
        Schemas.AssertNothingBecameProse(form);
    }

    [Theory]
    [Backs("Unions")]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Ollama")]
    public async Task A_union_that_occurs_twice_keeps_its_branches(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says($$"""{"paid":{{Card}},"tip":null}"""));

        await run.Turn("receipt", "?").SliceAsync();

        var form = run.Wire.AnswerFormOf(run.Server.Requests.Single().Body)!;
        Assert.Equal(["$type,number,amount", "$type,iban,amount"], Schemas.Branches(Schemas.Resolve(form, form["properties"]!["paid"]!)));
        Assert.Contains("null", Schemas.Branches(form["properties"]!["tip"]!));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Ollama")]
    public async Task A_union_that_may_be_null_has_a_branch_for_null(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("""{"pay":null}"""));

        var answer = await run.Turn("gift", "?").SliceAsync();

        Assert.Equal("""{"pay":null}""", answer.Json["output"]!.ToJsonString());
        var form = run.Wire.AnswerFormOf(run.Server.Requests.Single().Body)!;
        Assert.Equal(["$type,number,amount", "$type,iban,amount", "null"], Schemas.Branches(form["properties"]!["pay"]!));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Ollama")]
    public async Task An_answer_that_nests_deeper_than_readers_follow_is_asked_for_and_binds(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says(Schemas.Deep));

        var answer = await run.Turn("geologist", "?").SliceAsync();

        Assert.Equal("completed", answer.Json["status"]!.GetValue<string>());
        var form = run.Wire.AnswerFormOf(run.Server.Requests.Single().Body)!;
        Assert.Contains("value", form.ToJsonString(), StringComparison.Ordinal);
        Schemas.AssertClosed(form);
    }
}
