using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Workflows that only wait.</summary>
public static class Waiting
{
    [Workflow]
    public static async Task<string> TakeNap(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(1), "nap");
        return "rested";
    }

    [Workflow]
    public static Task<JsonElement> TakeSignal(WorkflowContext ctx) => ctx.WaitForSignalAsync<JsonElement>("go");

    [Workflow]
    public static async Task<string> TakeAnswer(WorkflowContext ctx) => await ctx.AskAsync("Who?") ?? "nobody";
}
