using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Components that keep the thread they run on.</summary>
public sealed class Blocking(Gates gates, Notebook notebook)
{
    /// <summary>Does some of the work of a workflow, blocks, and goes on when nobody waits for it any more.</summary>
    [Workflow]
    public async Task<string> BlockTheThread(WorkflowContext ctx, string after)
    {
        var belonging = ctx.Services.GetRequiredService<Belonging>();
        if (after == "a step")
            await ctx.StepAsync("quick", static () => { });
        if (after == "looking at the clock")
        {
            notebook.Write(ctx.UtcNow.Year > 2000 ? "looked" : "");
            await ctx.EmitAsync("looked", 1);
        }

        gates.Block("blocked");
        try
        {
            await ctx.StepAsync("late", () => notebook.Write("a late step ran"));
        }
        catch (OperationCanceledException)
        {
            await Refused("event", () => ctx.EmitAsync("late", 1).AsTask());
            await Refused("clock", () => Task.FromResult(ctx.UtcNow));
            await Refused("sleep", () => ctx.SleepAsync(TimeSpan.FromDays(1)));
            belonging.Write("late code ended");
            return "late";
        }

        return "on time";
    }

    /// <summary>Blocks while steps run.</summary>
    [Workflow]
    public async Task<string> BlockBesideSteps(WorkflowContext ctx)
    {
        await ctx.StepAsync("first", static () => { });
        var finishes = ctx.StepAsync("finishes", async () =>
        {
            await gates.PassAsync("finishes");
            notebook.Write("finishes ran");
            return 1;
        });
        var goesOn = ctx.StepAsync("goes_on", () => gates.PassAsync("goes_on"));
        gates.Block("blocked");
        await Task.WhenAll(finishes, goesOn);
        return "done";
    }

    /// <summary>The mistake that AGT4014 is about.</summary>
    [Workflow]
    public string WaitForItself(WorkflowContext ctx)
    {
        notebook.Write($"slice {notebook.Lines.Count} waits");
        return ctx.StepAsync("charge", () =>
        {
            notebook.Write("charged");
            return "charged";
        }).Result;
    }

    /// <summary>Blocks within a step's continuation, and says so in the log.</summary>
    [Workflow]
    public async Task<string> BlockAndLog(WorkflowContext ctx)
    {
        await ctx.StepAsync("quick", static () => { });
        ctx.Logger.LogInformation("blocking now");
        gates.Block("blocked");
        return "done";
    }

    [Function]
    public string BlockingCall(FunctionContext ctx) => Block(ctx);

    /// <summary>Takes its thread's time.</summary>
    [Tool]
    public string BlockingTool(FunctionContext ctx) => Block(ctx);

    [Function]
    public BlockedText BlockedInItsResult() => new(gates);

    private string Block(FunctionContext ctx)
    {
        var belonging = ctx.Services.GetRequiredService<Belonging>();
        gates.Block("blocked");
        belonging.Write("call ended");
        return "late";
    }

    private async Task Refused(string what, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (OperationCanceledException)
        {
            notebook.Write($"refused {what}");
        }
    }
}

/// <summary>A result whose member blocks when it is written.</summary>
public sealed class BlockedText
{
    private readonly Gates? _gates;

    public BlockedText()
    {
    }

    internal BlockedText(Gates gates) => _gates = gates;

    public string Text
    {
        get
        {
            _gates?.Block("blocked");
            return "written late";
        }
    }
}
