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
