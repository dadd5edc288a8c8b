using System.Globalization;
using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.Hosting;

namespace Agnt5.Mcp.Tests.Pipelines;

/// <summary>Whatever the order of an app's middleware, nobody without credentials runs a tool where authorization was asked for.</summary>
public sealed class PipelineTests
{
    private const string SeedVariable = "AGNT5_PIPELINE_SEED";
    private const string FirstVariable = "AGNT5_PIPELINE_FIRST";
    private const string CountVariable = "AGNT5_PIPELINE_COUNT";
    private const int DefaultCount = 120;

    private static readonly string[] Addresses = ["/agnt5/mcp", "/agnt5/mcp?branch", "/agnt5/mcp?throw", "/base/agnt5/mcp", "/x/agnt5/mcp", "/front", "/front?throw", "/home", "/missing"];

    private int _refusedStarts;
    private int _servedAnybody;
    private int _servedUser;
    private int _notInForce;

    [Fact]
    public async Task In_no_order_of_middleware_does_a_tool_run_for_somebody_who_was_not_let_in()
    {
        var (seed, first, count) = (Setting(SeedVariable, 20_261_130), Setting(FirstVariable, 0), Setting(CountVariable, DefaultCount));
        for (var index = first; index < first + count; index++)
            await TryAsync(seed, index);

        // A campaign that met only refusals, or none, has shown nothing.
        if (count >= DefaultCount)
        {
            Assert.True(
                new[] { _refusedStarts, _servedAnybody, _servedUser, _notInForce }.Min() > 0,
                $"{_refusedStarts} starts refused, {_servedAnybody} calls of anybody and {_servedUser} of the user served, {_notInForce} not in force");
        }
    }

    private static int Setting(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private async Task TryAsync(int seed, int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ (index * 7_919)));
        var plan = new AppPlan(random);
        var pipeline = new RandomPipeline(random, plan.Map);
        try
        {
            await TryAsync(plan, Build(plan, pipeline));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{SeedVariable}={seed} {FirstVariable}={index} {CountVariable}=1: {plan}: {pipeline}\n{exception.Message}", exception);
        }
    }

    private static IHost Build(AppPlan plan, RandomPipeline pipeline)
    {
        if (!plan.IsMinimal)
            return HostShapes.OnGenericHost(plan.Environment, plan.AddServices, app => pipeline.AddTo(app, needsRouting: true));

        return HostShapes.OnWebApplication(plan.Environment, plan.AddServices, app =>
        {
            pipeline.AddTo(app, needsRouting: false);
            pipeline.AddRoutes(app);
        });
    }

    private async Task TryAsync(AppPlan plan, IHost host)
    {
        ToolCalls calls;
        try
        {
            calls = await ToolCalls.StartAsync(host);
        }
        catch (InvalidOperationException)
        {
            // The app asks for what it does not have, or would serve anybody.
            _refusedStarts++;
            return;
        }

        await using (calls)
        {
            foreach (var address in Addresses)
            {
                var (nobody, user) = (await calls.CallAsync(address), await calls.CallAsync(address, withToken: true));
                Check(nobody, plan.ServesAnybody, $"{address} without credentials");
                Check(user, plan.ServesUser, $"{address} with the token");
                (_servedAnybody, _servedUser) = (_servedAnybody + (nobody.Ran ? 1 : 0), _servedUser + (user.Ran && plan.IsDemanded ? 1 : 0));
            }
        }
    }

    private void Check(ToolCall call, bool mayRun, string who)
    {
        Assert.True(mayRun || !call.Ran, $"{who}: the tool ran");
        Assert.True(call.Status is (>= 200 and < 300) or (>= 400 and <= 500), $"{who}: {call}");
        if (call.MediaType == "application/json")
            Assert.Equal("2.0", JsonNode.Parse(call.Body)!["jsonrpc"]!.GetValue<string>());
        if (call.Body.Contains("not in force", StringComparison.Ordinal))
            _notInForce++;
    }
}
