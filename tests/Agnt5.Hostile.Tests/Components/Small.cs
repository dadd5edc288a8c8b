using System.Text.Json;

namespace Agnt5.Hostile.Tests.Components;

/// <summary>Workflows of one durable call each, for requests that are about that one.</summary>
public static class Small
{
    [Workflow]
    public static Task<string> Fetch(WorkflowContext ctx) => ctx.StepAsync("fetch", () => "fetched");

    [Workflow]
    public static async Task<int> Pair(WorkflowContext ctx)
    {
        var sum = await Task.WhenAll(ctx.StepAsync("a", () => 10), ctx.StepAsync("b", () => 20));
        return sum.Sum();
    }

    [Workflow]
    public static async Task<string> Nap(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), "wait");
        return "rested";
    }

    [Workflow]
    public static Task<string?> Ask(WorkflowContext ctx) => ctx.AskAsync("Well?", Question.Text with { Skippable = true });

    [Workflow]
    public static Task<string?> AskForAnHour(WorkflowContext ctx) => ctx.AskAsync("Well?", Question.Text, timeout: TimeSpan.FromHours(1));

    [Workflow]
    public static Task<IReadOnlyList<string>?> Choose(WorkflowContext ctx) => ctx.AskManyAsync("Which?", Question.MultiSelect(new QuestionOption("a", "A")) with { AllowCustom = true });

    [Workflow]
    public static Task<JsonElement> Hear(WorkflowContext ctx) => ctx.WaitForSignalAsync<JsonElement>("raw");

    [Workflow]
    public static async Task<bool> HearApproval(WorkflowContext ctx) => (await ctx.WaitForSignalAsync<Approval>("raw")).Approved;

    [Workflow]
    public static Task<JsonElement> Remember(WorkflowContext ctx) => ctx.StepAsync("value", () => default(JsonElement));

    [Workflow]
    public static Task<Page> RememberPage(WorkflowContext ctx) => ctx.StepAsync("value", () => new Page("t", 1));

    [Workflow]
    public static long Clock(WorkflowContext ctx) => ctx.UtcNow.ToUnixTimeMilliseconds();

    [Workflow]
    public static async Task<string> Tell(WorkflowContext ctx)
    {
        await ctx.EmitAsync("told", 1);
        await ctx.EmitAsync("told", 2);
        return "told";
    }

    [Workflow]
    public static async Task<string> Pause(WorkflowContext ctx)
    {
        await ctx.YieldIfNeededAsync();
        return "went on";
    }
}
