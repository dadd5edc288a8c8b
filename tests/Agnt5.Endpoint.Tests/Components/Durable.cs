using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Page(string Title, int FetchCount);

/// <summary>How often each step body ran, by run and step.</summary>
public sealed class StepCounter
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public int Count(string runId, string step) => _counts.AddOrUpdate($"{runId}/{step}", 1, static (_, count) => count + 1);

    public int Of(string runId, string step) => _counts.GetValueOrDefault($"{runId}/{step}");
}

public sealed class Durable(StepCounter counter)
{
    [Workflow]
    public async Task<string> Research(WorkflowContext ctx, string? title)
    {
        ctx.Logger.LogInformation("researching");
        var page = await ctx.StepAsync("fetch", () => new Page(title ?? "AGNT5", counter.Count(ctx.RunId, "fetch")));
        ctx.Logger.LogInformation("fetched");
        await ctx.StepAsync("store", () => { counter.Count(ctx.RunId, "store"); });
        return $"summary:{page.Title}:{page.FetchCount}";
    }

    [Workflow]
    public async Task<IReadOnlyList<string>> KeyedSteps(WorkflowContext ctx, [Input] Items input)
    {
        var results = new List<string>();
        foreach (var item in input.Names)
            results.Add(await ctx.StepAsync("item", () => item.ToUpperInvariant(), new StepOptions { Key = item }));
        return results;
    }

    /// <summary>A card fails, another is tried, and the failure decides what is told.</summary>
    [Workflow]
    public async Task<string> PayTwice(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("charge", Task () =>
            {
                counter.Count(ctx.RunId, "charge");
                throw new TimeoutException("bank is silent");
            });
            return "charged";
        }
        catch (StepFailedException failure)
        {
            var voucher = await ctx.StepAsync("voucher", () => $"v-{counter.Count(ctx.RunId, "voucher")}");
            return $"{voucher} after {failure.ErrorType}: {failure.Message}";
        }
    }

    /// <summary>Three steps at once, of which the body waits for one.</summary>
    [Workflow]
    public async Task<string> FirstOfThree(WorkflowContext ctx)
    {
        var slow = ctx.StepAsync("slow", async ct =>
        {
            await Task.Delay(150, ct);
            return counter.Count(ctx.RunId, "slow");
        });
        var slower = ctx.StepAsync("slower", async ct =>
        {
            await Task.Delay(800, ct);
            return counter.Count(ctx.RunId, "slower");
        });
        var quick = await ctx.StepAsync("quick", () => counter.Count(ctx.RunId, "quick"));
        return $"{quick} {slow.IsCompleted || slower.IsCompleted}";
    }

    /// <summary>Hundreds of continuations that share a variable without a lock: sound only while they run one at a time.</summary>
    [Workflow]
    public async Task<int> CountTogether(WorkflowContext ctx, int branches)
    {
        var (total, inside) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, branches).Select(async branch =>
        {
            var value = await ctx.StepAsync("branch", async ct =>
            {
                await Task.Delay(branch % 7, ct);
                return 1;
            }, new StepOptions { Key = $"{branch}" });
            await Task.Yield();
            if (Interlocked.Increment(ref inside) != 1)
                throw new InvalidOperationException("two branches ran at the same time");
            Thread.SpinWait(2_000);
            total += value;
            Interlocked.Decrement(ref inside);
        }));
        return total;
    }

    /// <summary>Fails at its first attempt, as a service that is down for a moment does.</summary>
    [Workflow]
    public async Task<string> FailOnce(WorkflowContext ctx)
    {
        var reserved = await ctx.StepAsync("reserve", () => counter.Count(ctx.RunId, "reserve"));
        await ctx.StepAsync("charge", () =>
        {
            ctx.Logger.LogInformation("charging");
            if (counter.Count(ctx.RunId, "charge") == 1)
                throw new TimeoutException("bank is silent");
        });
        return $"reserved {reserved} time";
    }

    /// <summary>The body ends inside its own call to SetResult, and the rest of that branch goes on to ask for steps.</summary>
    [Workflow]
    public async Task<string> EndInTheMiddle(WorkflowContext ctx)
    {
        var gate = new TaskCompletionSource();
        _ = OpenTheGateAsync();
        await gate.Task;
        return "ended";

        async Task OpenTheGateAsync()
        {
            await ctx.StepAsync("first", () => 1);
            gate.SetResult();
            for (var i = 0; i < 50; i++)
                _ = ctx.StepAsync("late", () => counter.Count(ctx.RunId, "late"), new StepOptions { Key = $"{i}" });
        }
    }

    /// <summary>Compensates a charge that fails.</summary>
    [Workflow]
    public async Task<string> ChargeOrRefund(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("charge", async ct =>
            {
                ctx.Logger.LogInformation("charging");
                await Task.Delay(Timeout.Infinite, ct);
            });
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("refund", () => { counter.Count(ctx.RunId, "refund"); });
        }

        return "done";
    }

    /// <summary>Awaits something that never comes and looks at no token.</summary>
    [Workflow]
    public async Task<string> WaitForNothing(WorkflowContext ctx)
    {
        ctx.Logger.LogInformation("waiting");
        await new TaskCompletionSource().Task;
        return "never";
    }

    /// <summary>Starts a step and does not wait for it.</summary>
    [Workflow]
    public static string ForgetAStep(WorkflowContext ctx)
    {
        _ = ctx.StepAsync("email", Task () => throw new TimeoutException("mail server is silent"));
        return "done";
    }

    [Workflow]
    public async Task<string> SameKeyTwice(WorkflowContext ctx)
    {
        await ctx.StepAsync("once", () => 1);
        await ctx.StepAsync("once", () => 2);
        return "unreached";
    }

    [Workflow]
    public async Task<string> StepInAStep(WorkflowContext ctx) =>
        await ctx.StepAsync("outer", async () => await ctx.StepAsync("inner", () => "deep"));

    [Workflow]
    public async Task<string> LeaveTheThread(WorkflowContext ctx)
    {
        await Task.Delay(1, CancellationToken.None).ConfigureAwait(false);
        return await ctx.StepAsync("late", () => "never");
    }

    [Workflow]
    public async Task<string> ReservedName(WorkflowContext ctx) => await ctx.StepAsync("agnt5:mine", () => "never");
}

public sealed record Items(IReadOnlyList<string> Names);
