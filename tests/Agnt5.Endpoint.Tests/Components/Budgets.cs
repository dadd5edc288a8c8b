using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Components;

public sealed class Budgets(Gates gates, Notebook notebook)
{
    [Workflow]
    public async Task<string> ThreeSteps(WorkflowContext ctx)
    {
        foreach (var name in new[] { "one", "two", "three" })
            await ctx.StepAsync(name, () => notebook.Write(name));
        return "done";
    }

    /// <summary>Two steps that would begin at the same time.</summary>
    [Workflow]
    public async Task<string> TwoStepsAtOnce(WorkflowContext ctx)
    {
        await Task.WhenAll(ctx.StepAsync("one", () => notebook.Write("one")), ctx.StepAsync("two", () => notebook.Write("two")));
        return "done";
    }

    [Workflow]
    public static async Task<string> YieldThere(WorkflowContext ctx, string? reason)
    {
        await (reason is null ? ctx.YieldIfNeededAsync() : ctx.YieldIfNeededAsync(reason));
        return "through";
    }

    /// <summary>Yields while a question is open.</summary>
    [Workflow]
    public static async Task<string> YieldBesideAQuestion(WorkflowContext ctx)
    {
        var asked = ctx.AskAsync("Name?");
        await Task.WhenAny(asked, ctx.YieldIfNeededAsync("enough").AsTask());
        return "through";
    }

    /// <summary>A step that ends with its token, and code that would see anything of that.</summary>
    [Workflow]
    public async Task<string> SlowAfterQuick(WorkflowContext ctx, bool quick, string how)
    {
        if (quick)
            await ctx.StepAsync("quick", static () => { });
        try
        {
            return await ctx.StepAsync("slow", async ct =>
            {
                await ctx.EmitAsync("slow.begun", 1);
                await PassSlowAsync(how, ct);
                await ctx.EmitAsync("slow.ended", 1);
                notebook.Write(ctx.Services.GetRequiredService<Belonging>() is null ? "" : "still has its services");
                return "slow";
            }, new StepOptions { MaxAttempts = how == "fails with retries" ? 3 : 1 });
        }
        catch (Exception failure)
        {
            notebook.Write($"caught {failure.GetType().Name}");
            throw;
        }
        finally
        {
            notebook.Write("finally");
        }
    }

    /// <summary>Awaits something outside of steps, with the token.</summary>
    [Workflow]
    public async Task<string> SlowOutsideOfSteps(WorkflowContext ctx, bool quick)
    {
        if (quick)
            await ctx.StepAsync("quick", static () => { });
        await gates.PassAsync("outside", ctx.CancellationToken);
        return "never";
    }

    /// <summary>A slow step beside a signal: when the deadline cuts the step, there is more to wait for than the signal.</summary>
    [Workflow]
    public async Task<string> SlowBesideASignal(WorkflowContext ctx)
    {
        await ctx.StepAsync("quick", static () => { });
        var slow = ctx.StepAsync("slow", async ct =>
        {
            // Holds up the deadline's callbacks until the engine has seen that this step was cut.
            ct.UnsafeRegister(_ => gates.PassAsync("callbacks", CancellationToken.None).GetAwaiter().GetResult(), null);
            gates.Open("slow is running");
            while (!ct.IsCancellationRequested)
                await Task.Yield();
            ct.ThrowIfCancellationRequested();
        });
        await Task.WhenAny(slow, ctx.WaitForSignalAsync<int>("go"));
        return "through";
    }

    [Function]
    public async Task<string> SlowCall(FunctionContext ctx, string how) => await CallAsync(ctx, how);

    /// <summary>Takes its time.</summary>
    [Tool]
    public async Task<string> SlowTool(FunctionContext ctx, string how) => await CallAsync(ctx, how);

    private async Task<string> CallAsync(FunctionContext ctx, string how)
    {
        var belonging = ctx.Services.GetRequiredService<Belonging>();
        await ctx.EmitAsync("call.begun", 1);
        try
        {
            await PassSlowAsync(how, ctx.CancellationToken);
        }
        catch (OperationCanceledException) when (how == "gives what it has")
        {
            return "half";
        }

        await ctx.EmitAsync("call.ended", 1);
        belonging.Write("call ended");
        return "whole";
    }

    private async Task PassSlowAsync(string how, CancellationToken ct)
    {
        try
        {
            await gates.PassAsync("slow", how == "ignores" ? CancellationToken.None : ct);
        }
        catch (OperationCanceledException) when (how.StartsWith("fails", StringComparison.Ordinal))
        {
            // Clients of databases and RPCs throw like this, without the cause.
            throw new InvalidOperationException("Status: Cancelled");
        }
    }
}
