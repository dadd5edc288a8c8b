using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record Page(string? Title, [property: JsonPropertyName("fetch_count")] int? FetchCount);

public sealed record Research
{
    public string? Summary { get; init; }
}

public sealed record Items([property: JsonPropertyName("items")] IReadOnlyList<string> All);

public sealed record NullSteps([property: JsonPropertyName("n")] JsonElement? Null, [property: JsonPropertyName("u")] string Nothing, string? Answer);

public sealed record StepRan(string Step);

public static class StepWorkflows
{
    private static int _fetchCount;

    [Workflow("research")]
    public static async Task<Research> ResearchAsync(WorkflowContext ctx, string? title)
    {
        var page = await ctx.StepAsync("fetch", () => new Page(title ?? "AGNT5", Interlocked.Increment(ref _fetchCount)));
        await ctx.YieldIfNeededAsync();
        return new Research { Summary = $"summary:{page.Title}" };
    }

    [Workflow]
    public static async Task<Items> KeyedSteps(WorkflowContext ctx, Items input)
    {
        var done = new List<string>();
        foreach (var item in input.All)
            done.Add(await ctx.StepAsync("item", item.ToUpperInvariant, new StepOptions { Key = item }));
        return new Items(done);
    }

    [Workflow]
    public static async Task<NullSteps> NullStep(WorkflowContext ctx)
    {
        var nothing = await ctx.StepAsync("null", async () =>
        {
            await ctx.EmitAsync("step.ran", new StepRan("null"));
            return (JsonElement?)null;
        });
        await ctx.StepAsync("nothing", async () => await ctx.EmitAsync("step.ran", new StepRan("nothing")));
        return new NullSteps(nothing, "nothing", await ctx.AskAsync("Continue?"));
    }
}
