using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Workflows that do several things at once, whose outcome does not depend on which of them is done first.</summary>
public sealed class SideBySide(World world)
{
    [Workflow]
    public async Task<string> FanOut(WorkflowContext ctx)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var result = await world.StepAsync(ctx, "do_part", $"{number}");
            world.Note($"part {number}");
            return result;
        }));
        await world.TellAsync(ctx, "all parts are there");
        return string.Join(", ", results);
    }

    /// <summary>Branches that wait for different things, while the others go on.</summary>
    [Workflow]
    public async Task<string> PrepareTrip(WorkflowContext ctx)
    {
        var results = await Task.WhenAll(BookAsync(), AskAsync(), WaitAsync(), TryAsync());
        return string.Join("; ", results);

        async Task<string> BookAsync()
        {
            var flight = await world.StepAsync(ctx, "do_flight");
            await ctx.SleepAsync(TimeSpan.FromHours(3), "check in opens");
            return $"{flight}, {await world.StepAsync(ctx, "do_check_in")}, {ctx.UtcNow > DateTimeOffset.UnixEpoch}";
        }

        async Task<string> AskAsync()
        {
            var seat = await ctx.AskAsync("Window or aisle?", Question.Select("window", "aisle"));
            var seated = await world.StepAsync(ctx, "do_seat");
            var meal = await ctx.AskAsync("Which meal?", timeout: TimeSpan.FromHours(1));
            return $"{seat}, {seated}, {meal}";
        }

        async Task<string> WaitAsync()
        {
            var visa = await ctx.WaitForSignalAsync<string>("visa", timeout: TimeSpan.FromDays(9));
            return $"{visa}, {await world.StepAsync(ctx, "do_stamp")}";
        }

        async Task<string> TryAsync() =>
            await ctx.StepAsync("do_train", ct => world.DoAsync(ctx, "do_train", ct), new StepOptions { MaxAttempts = 5, InitialInterval = TimeSpan.FromMinutes(30) });
    }

    /// <summary>One branch fails and is compensated while another still works and a third sleeps.</summary>
    [Workflow]
    public async Task<string> CompensateOne(WorkflowContext ctx)
    {
        var results = await Task.WhenAll(
            CompensatedAsync("do_hotel", "do_cancel_hotel"),
            CompensatedAsync("do_car", "do_cancel_car"),
            SleepThenAsync("do_insure"));
        return string.Join(", ", results);

        async Task<string> CompensatedAsync(string step, string compensation)
        {
            try
            {
                return await world.StepAsync(ctx, step);
            }
            catch (StepFailedException failure)
            {
                world.Note($"{failure.StepKey} failed");
                return await world.StepAsync(ctx, compensation);
            }
        }

        async Task<string> SleepThenAsync(string step)
        {
            await ctx.SleepAsync(TimeSpan.FromMinutes(10));
            return await world.StepAsync(ctx, step);
        }
    }

    /// <summary>A failure that nobody looks at until something else has been waited for.</summary>
    [Workflow]
    public async Task<string> LookLater(WorkflowContext ctx)
    {
        var risky = world.StepAsync(ctx, "do_risky");
        var safe = world.StepAsync(ctx, "do_safe");
        await ctx.SleepAsync(TimeSpan.FromHours(1));
        try
        {
            await Task.WhenAll(risky, safe);
        }
        catch (StepFailedException failure)
        {
            await world.TellAsync(ctx, failure.Message);
            return await world.StepAsync(ctx, "do_rescue");
        }

        return "no rescue";
    }

    /// <summary>No more than two at a time, by a semaphore of the workflow's own.</summary>
    [Workflow]
    public Task<string> TwoAtATime(WorkflowContext ctx) => WithSemaphoreAsync(ctx, 2);

    /// <summary>One at a time: several branches, and yet never two steps at once.</summary>
    [Workflow]
    public Task<string> OneAtATime(WorkflowContext ctx) => WithSemaphoreAsync(ctx, 1);

    /// <summary>A producer of steps and a consumer that only looks at what comes.</summary>
    [Workflow]
    public async Task<string> PassAlong(WorkflowContext ctx)
    {
        var belt = System.Threading.Channels.Channel.CreateUnbounded<string>();
        var consumed = ConsumeAsync();
        for (var number = 0; number < 4; number++)
        {
            var made = await world.StepAsync(ctx, "do_make", $"{number}");
            await belt.Writer.WriteAsync($"{made} {ctx.NewGuid()}");
        }

        belt.Writer.Complete();
        return await consumed;

        async Task<string> ConsumeAsync()
        {
            var seen = new List<string>();
            while (await belt.Reader.WaitToReadAsync(CancellationToken.None))
            {
                var item = await belt.Reader.ReadAsync(CancellationToken.None);
                seen.Add($"{item} as {ctx.NewGuid()}");
                await world.TellAsync(ctx, $"seen {item}");
            }

            return string.Join(", ", seen);
        }
    }

    private async Task<string> WithSemaphoreAsync(WorkflowContext ctx, int atOnce)
    {
        using var free = new SemaphoreSlim(atOnce);
        var lines = await Task.WhenAll(Enumerable.Range(0, 4).Select(WorkAsync));
        return string.Join(", ", lines);

        async Task<string> WorkAsync(int worker)
        {
            var done = new List<string>();
            for (var round = 0; round < 2; round++)
            {
                await free.WaitAsync(CancellationToken.None);
                try
                {
                    done.Add(await world.StepAsync(ctx, "do_turn", $"{worker}.{round}"));
                    world.Note($"turn {worker}.{round} {ctx.NewGuid()}");
                }
                finally
                {
                    free.Release();
                }
            }

            return string.Join("+", done);
        }
    }
}
