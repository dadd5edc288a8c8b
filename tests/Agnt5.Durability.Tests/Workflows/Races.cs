using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Workflows that go the way of whatever is done first.</summary>
public sealed class Races(World world)
{
    /// <summary>The first of three wins; the losers still run.</summary>
    [Workflow]
    public async Task<string> FirstOfThree(WorkflowContext ctx)
    {
        var first = await await Task.WhenAny(world.StepAsync(ctx, "do_north"), world.StepAsync(ctx, "do_south"), world.StepAsync(ctx, "do_west"));
        await world.TellAsync(ctx, $"{first} first");
        var bonus = await world.StepAsync(ctx, "do_bonus", first);
        return $"{first}, {bonus}";
    }

    /// <summary>A step, a sleep, a signal and a question at once.</summary>
    [Workflow]
    public async Task<string> WhateverComes(WorkflowContext ctx)
    {
        var step = NamedAsync("step", world.StepAsync(ctx, "do_search"));
        var sleep = NamedAsync("sleep", SleepAsync());
        var signal = NamedAsync("signal", ctx.WaitForSignalAsync<string>("found", timeout: TimeSpan.FromHours(4)));
        var question = NamedAsync("question", ctx.AskAsync("Did you find it?", timeout: TimeSpan.FromHours(5))!);
        var waited = new List<Task<string>> { step, sleep, signal, question };
        var order = new List<string>();
        while (waited.Count > 0)
        {
            var next = await Task.WhenAny(waited);
            waited.Remove(next);
            order.Add(await next);
            await world.TellAsync(ctx, $"{order.Count} {order[^1]}");
            if (order.Count < 3)
                await world.StepAsync(ctx, "do_react", order[^1]);
        }

        return string.Join(", ", order);

        async Task<string> SleepAsync()
        {
            await ctx.SleepAsync(TimeSpan.FromSeconds(5), "patience");
            await ctx.SleepAsync(TimeSpan.FromHours(2));
            return "slept";
        }

        static async Task<string> NamedAsync(string name, Task<string> task)
        {
            try
            {
                return $"{name}={await task}";
            }
            catch (WaitTimeoutException)
            {
                return $"{name} too late";
            }
        }
    }

    /// <summary>Takes results as they come, and lets each lead to more.</summary>
    [Workflow]
    public async Task<string> AsTheyCome(WorkflowContext ctx)
    {
        var order = new List<string>();
        await foreach (var done in Task.WhenEach(Enumerable.Range(0, 5).Select(number => world.StepAsync(ctx, "do_item", $"{number}"))))
        {
            order.Add(await done);
            world.Note($"came {order[^1]} {ctx.NewGuid()}");
            if (order.Count % 2 == 1)
                await world.StepAsync(ctx, "do_after", $"{order.Count}");
            if (order.Count == 3)
                await ctx.SleepAsync(TimeSpan.FromMinutes(2));
        }

        return string.Join(", ", order);
    }

    /// <summary>A step against its own time limit: whichever is first decides, and the other still ends.</summary>
    [Workflow]
    public async Task<string> AgainstTheClock(WorkflowContext ctx)
    {
        var limit = ctx.SleepAsync(TimeSpan.FromSeconds(20), "limit");
        var work = world.StepAsync(ctx, "do_work");
        if (await Task.WhenAny(work, limit) == work)
        {
            await world.TellAsync(ctx, "in time");
            return await world.StepAsync(ctx, "do_praise");
        }

        await world.TellAsync(ctx, "too slow");
        var (apology, late) = (await world.StepAsync(ctx, "do_apologize"), await work);
        return $"{apology}, {late}";
    }

    /// <summary>A failing step against a good one, and each failure leads elsewhere.</summary>
    [Workflow]
    public async Task<string> FirstThatWorks(WorkflowContext ctx)
    {
        var tries = new List<Task<string>> { world.StepAsync(ctx, "do_bad"), world.StepAsync(ctx, "do_good"), world.StepAsync(ctx, "do_worse") };
        while (tries.Count > 0)
        {
            var next = await Task.WhenAny(tries);
            tries.Remove(next);
            try
            {
                var result = await next;
                await world.TellAsync(ctx, result);
                await ctx.SleepAsync(TimeSpan.FromMinutes(5));
                return $"{result}, {await world.StepAsync(ctx, "do_use")}";
            }
            catch (StepFailedException failure)
            {
                await world.TellAsync(ctx, failure.Message);
                await world.StepAsync(ctx, "do_mourn", failure.StepKey);
            }
        }

        return "none";
    }

    /// <summary>Durable work beside tasks of the workflow's own.</summary>
    [Workflow]
    public async Task<string> WithForeignTasks(WorkflowContext ctx)
    {
        var never = new TaskCompletionSource();
        await Task.Yield();
        var step = world.StepAsync(ctx, "do_own");
        var first = await Task.WhenAny(step, never.Task) == step ? "step" : "foreign";
        await world.TellAsync(ctx, first);
        var second = await Task.WhenAny(world.StepAsync(ctx, "do_idle"), Task.CompletedTask) == Task.CompletedTask ? "foreign" : "step";
        world.Note(second);
        _ = ctx.StepAsync("do_forgotten", async ct => { await world.DoAsync(ctx, "do_forgotten", ct); });
        await Task.WhenAny(ctx.SleepAsync(TimeSpan.FromHours(1)), never.Task);
        return $"{first}, {second}";
    }
}
