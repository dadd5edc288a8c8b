using Microsoft.Extensions.DependencyInjection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Components;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Xunit.Abstractions;

namespace Agnt5.Providers.Tests;

/// <summary>What a turn's first request costs, beside the same methods as functions of Microsoft.Extensions.AI.</summary>
public sealed class RequestSizeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("Anthropic")]
    public async Task Twenty_tools_cost_no_more_than_the_same_methods_as_functions(string provider)
    {
        var (ours, theirs) = await CompareAsync(provider, "foreman", typeof(Warehouse));

        Assert.Equal(20, Tools(provider, ours));
        Assert.Equal(20, Tools(provider, theirs));
        Assert.True(ours.Length <= theirs.Length, $"{ours.Length} bytes, and {theirs.Length} as functions");
    }

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("Anthropic")]
    public async Task Twenty_tools_full_of_numbers_and_times_cost_a_fifth_less(string provider)
    {
        var (ours, theirs) = await CompareAsync(provider, "timekeeper", typeof(Clocks));

        Assert.Equal(20, Tools(provider, ours));
        Assert.Equal(20, Tools(provider, theirs));
        Assert.True(ours.Length <= 0.8 * theirs.Length, $"{ours.Length} bytes, and {theirs.Length} as functions");
    }

    [Theory]
    [InlineData("Anthropic", true)]
    [InlineData("Ollama", true)]
    [InlineData("OpenAI chat", false)]
    [InlineData("OpenAI responses", false)]
    public async Task The_arguments_of_a_call_go_back_as_short_as_the_client_of_the_provider_allows(string provider, bool isCompact)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "find_book", """{ "title" : "Emma" }""")), run.Wire.Says("Done."));

        await run.Turn("librarian", "?").SliceAsync();

        Assert.Equal(isCompact, run.Server.Requests[1].Text.Contains("""{"title":"Emma"}""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_turn_offers_the_same_declarations_which_clients_have_adapted_already()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services
            .AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create(static () => 1, "shop_hours")));
        endpoint.Model.Says("One.").Says("Two.").Says("""{"result":1}""").Says("""{"result":2}""");

        foreach (var agent in (string[])["librarian", "librarian", "number", "number"])
            await endpoint.Turn(agent, "?").SliceAsync();

        var options = endpoint.Model.Requests.Select(static request => request.Options!).ToArray();
        Assert.Equal(2, options[0].Tools!.Count);
        Assert.All(options[0].Tools!.Zip(options[1].Tools!), static pair => Assert.Same(pair.First, pair.Second));
        Assert.Same(options[2].ResponseFormat, options[3].ResponseFormat);
    }

    private static int Tools(string provider, string request) => Provider.Named(provider).Wire.ToolsOf(JsonNode.Parse(request)!.AsObject()).Count;

    private async Task<(string Ours, string Theirs)> CompareAsync(string provider, string agent, Type methods)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("Done."), run.Wire.Says("Done."));
        await run.Turn(agent, "?").SliceAsync();

        AITool[] functions = [.. methods.GetMethods().Where(static method => method.IsDefined(typeof(ToolAttribute), false))
            .Select(static method => AIFunctionFactory.Create(method, target: null, name: JsonNamingPolicy.SnakeCaseLower.ConvertName(method.Name)))];
        using var client = new FunctionInvokingChatClient(run.Provider.Connect(run.Server.Address));
        await client.GetResponseAsync("?", new ChatOptions { ModelId = "model", Tools = functions });
        var (ours, theirs) = (run.Server.Requests[0].Text, run.Server.Requests[1].Text);
        output.WriteLine($"{provider}, {agent}: {ours.Length} bytes, and {theirs.Length} as functions ({100.0 * ours.Length / theirs.Length:F0} %)");
        output.WriteLine(ours);
        output.WriteLine(theirs);
        return (ours, theirs);
    }
}
