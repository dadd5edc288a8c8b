using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Workflows whose branches run at the same time.</summary>
public sealed class Branches(Gates gates, Notebook notebook)
{
    /// <summary>Two steps, of which the first one to finish decides how it goes on.</summary>
    [Workflow]
    public async Task<string> Race(WorkflowContext ctx)
    {
        var a = Contender(ctx, "a");
        var b = Contender(ctx, "b");
        var winner = await Task.WhenAny(a, b) == a ? "a" : "b";
        ctx.Logger.LogInformation("{Winner} won, replaying {IsReplaying}", winner, ctx.IsReplaying);
        var prize = ctx.StepAsync($"prize for {winner}", () => gates.PassAsync("prize"));
        var other = winner == "a" ? b : a;
        var seen = other.IsCompleted ? "with the other one" : "alone";
        await Task.WhenAll(a, b, prize);
        ctx.Logger.LogInformation("all done, replaying {IsReplaying}", ctx.IsReplaying);
        return $"{winner} {seen}";
    }

    /// <summary>Two steps that fail, of which the first failure decides.</summary>
    [Workflow]
    public async Task<string> FailingRace(WorkflowContext ctx)
    {
        var a = Loser(ctx, "a");
        var b = Loser(ctx, "b");
        var first = await Task.WhenAny(a, b);
        try
        {
            await first;
        }
        catch (StepFailedException failure)
        {
            await ctx.StepAsync("note", () => gates.PassAsync("note"));
            await Task.WhenAny(a == first ? b : a);
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
            return failure.Message;
        }

        return "never";
    }

    /// <summary>One branch of each kind, and a step that is slower than the others begin to wait.</summary>
    [Workflow]
    public async Task<string> OneOfEach(WorkflowContext ctx)
    {
        var order = new List<string>();
        await Task.WhenAll(
            Branch("sleep", ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap")),
            Branch("ask", ctx.AskAsync("?")),
            Branch("signal", ctx.WaitForSignalAsync<string>("go")),
            Branch("step", ctx.StepAsync("slow", () => gates.PassAsync("slow"))));
        return string.Join(' ', order);

        async Task Branch(string name, Task wait)
        {
            await wait;
            order.Add(name);
            await ctx.StepAsync($"after {name}", () => notebook.Write(name));
        }
    }

    private Task<string> Contender(WorkflowContext ctx, string name) => ctx.StepAsync(name, async () =>
    {
        await gates.PassAsync(name);
        return name;
    });

    private Task Loser(WorkflowContext ctx, string name) => ctx.StepAsync(name, async () =>
    {
        await gates.PassAsync(name);
        throw new TimeoutException($"{name} is silent");
    });
}
