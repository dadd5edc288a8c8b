using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

public sealed record Parcel(string Id, IReadOnlyList<string> Items);

/// <summary>Workflows that do one thing after the other.</summary>
public sealed class OneAfterTheOther(World world)
{
    /// <summary>Steps with results of several types, a keyed loop, and all that is to be the same on every replay.</summary>
    [Workflow]
    public async Task<Parcel> PackParcel(WorkflowContext ctx)
    {
        var began = ctx.UtcNow;
        world.Note($"at {began:O}");
        var id = $"{ctx.NewGuid()}/{ctx.Random.Next()}";
        ctx.Set("label", await world.StepAsync(ctx, "do_label"));
        await world.TellAsync(ctx, "labelled");
        var items = new List<string>();
        foreach (var item in (string[])["a", "b:c", "100%"])
        {
            items.Add($"{await world.StepAsync(ctx, "do_pack", item)} {ctx.NewGuid()}");
            world.Note($"at {ctx.UtcNow:O}");
            await world.TellAsync(ctx, $"packed {item}");
            await ctx.YieldIfNeededAsync("between items");
        }

        await ctx.StepAsync("do_count", async ct =>
        {
            await world.DoAsync(ctx, "do_count", ct);
            return items.Count;
        });
        await ctx.StepAsync("do_seal", async ct => { await world.DoAsync(ctx, "do_seal", ct); });
        world.Note($"id {id}, label {ctx.Get<string>("label")}, took {ctx.UtcNow - began}");
        return new Parcel(id, items);
    }

    /// <summary>Retries that fit the slice, retries that become timers, and a failure that is not worth one.</summary>
    [Workflow]
    public async Task<string> KeepTrying(WorkflowContext ctx)
    {
        var quick = await ctx.StepAsync("do_quick", ct => world.DoAsync(ctx, "do_quick", ct), new StepOptions { MaxAttempts = 4, InitialInterval = TimeSpan.FromMilliseconds(200) });
        await world.TellAsync(ctx, quick);
        var slow = await ctx.StepAsync(
            "do_slow", ct => world.DoAsync(ctx, "do_slow", ct), new StepOptions { MaxAttempts = 4, InitialInterval = TimeSpan.FromHours(1), MaxInterval = TimeSpan.FromHours(3) });
        await world.TellAsync(ctx, slow);
        var mixed = await ctx.StepAsync(
            "do_mixed", ct => world.DoAsync(ctx, "do_mixed", ct), new StepOptions { MaxAttempts = 6, InitialInterval = TimeSpan.FromSeconds(15), Backoff = BackoffKind.Linear });
        await world.TellAsync(ctx, mixed);
        return $"{quick}, {slow}, {mixed}";
    }

    /// <summary>Failures that are caught: a compensation, another try under the same key, filters, and blocks that run on the way out.</summary>
    [Workflow]
    public async Task<string> PayOrRefund(WorkflowContext ctx)
    {
        var done = new List<string>();
        try
        {
            using var ledger = new Closing(() => world.Note("ledger closed"));
            try
            {
                done.Add(await world.StepAsync(ctx, "do_reserve"));
                done.Add(await world.StepAsync(ctx, "do_charge"));
            }
            finally
            {
                world.Note("charge is over");
                await world.TellAsync(ctx, "charge is over");
            }
        }
        catch (StepFailedException failure) when (failure.StepKey == "do_charge" && failure.ErrorType == typeof(TimeoutException).FullName)
        {
            await world.TellAsync(ctx, $"refunding: {failure.Message}");
            done.Add(await world.StepAsync(ctx, "do_refund"));
        }

        await ctx.SleepAsync(TimeSpan.FromHours(1));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                done.Add(await world.StepAsync(ctx, "do_call"));
                break;
            }
            catch (StepFailedException failure)
            {
                done.Add($"{attempt}: {failure.Message}");
                await ctx.SleepAsync(TimeSpan.FromMinutes(5));
            }
        }

        return string.Join(", ", done);
    }

    /// <summary>Tells of a failure on its way out of the workflow. The run is retried.</summary>
    [Workflow]
    public async Task<string> TellAndFail(WorkflowContext ctx)
    {
        await world.TellAsync(ctx, "begun");
        try
        {
            var result = await world.StepAsync(ctx, "do_risky");
            await world.TellAsync(ctx, "went well");
            return result;
        }
        catch (StepFailedException failure)
        {
            await world.TellAsync(ctx, $"failed: {failure.Message}");
            world.Note($"at {ctx.UtcNow:O}");
            throw;
        }
        finally
        {
            world.Note("over");
        }
    }

    /// <summary>Awaits something outside its steps, and would undo the first step if that failed.</summary>
    [Workflow]
    public async Task<string> CallOutside(WorkflowContext ctx)
    {
        var first = await world.StepAsync(ctx, "do_open");
        try
        {
            var timeIsUp = new TaskCompletionSource();
            await using var registration = ctx.CancellationToken.Register(() => timeIsUp.TrySetCanceled());
            await await Task.WhenAny(world.AwaitForeignAsync("outside"), timeIsUp.Task);
        }
        catch (Exception failure) when (failure is not TimeoutException)
        {
            await world.TellAsync(ctx, "undoing");
            return await world.StepAsync(ctx, "do_undo");
        }

        return $"{first}, {await world.StepAsync(ctx, "do_close")}";
    }

    private sealed class Closing(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
