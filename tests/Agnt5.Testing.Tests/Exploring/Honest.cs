using Agnt5.Testing.Tests.Shop;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Workflows that do much, and nothing wrong.</summary>
public static class Honest
{
    /// <summary>Two branches of several steps each, one that fails for good and is compensated.</summary>
    [Workflow]
    public static async Task<string> SagaWithBranches(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        await ctx.EmitAsync("saga.began", "o-1");
        var hold = await ctx.StepAsync("hold", static _ => Task.FromResult("held"), new StepOptions { MaxAttempts = 3 });
        try
        {
            var halves = await Task.WhenAll(BranchAsync("left"), BranchAsync("right"));
            await ctx.EmitAsync("saga.packed", halves);
            return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        }
        catch (StepFailedException failure)
        {
            await ctx.StepAsync("release", _ => ledger.AddAsync($"release {hold}"));
            await ctx.EmitAsync("saga.released", failure.StepKey ?? "");
            throw;
        }

        async Task<string> BranchAsync(string side)
        {
            var picked = await ctx.StepAsync("pick", _ => Task.FromResult($"{side} picked"), new StepOptions { Key = side });
            return await ctx.StepAsync("pack", _ => Task.FromResult($"{picked} and packed"), new StepOptions { Key = side });
        }
    }

    /// <summary>Every kind of wait, values of the run, events of steps and of the body, and a loop that yields.</summary>
    [Workflow]
    public static async Task<string> AllKindsOfWaits(WorkflowContext ctx)
    {
        var id = ctx.NewGuid();
        var began = ctx.UtcNow;
        var size = await ctx.AskAsync("Which size?", Question.Select(new QuestionOption("s", "Small"), new QuestionOption("l", "Large")));
        var signal = ctx.WaitForSignalAsync<Settlement>("payment.settled");
        var nap = ctx.SleepAsync(TimeSpan.FromDays(1), "nap");
        var step = ctx.StepAsync("pack", async ct =>
        {
            await ctx.EmitAsync("packing", id);
            await Task.Delay(TimeSpan.FromMinutes(5), ctx.Services.GetTime(), ct);
            return "packed";
        });
        await Task.WhenAll(signal, nap, step);
        var count = 0;
        for (var i = 0; i < 4; i++)
        {
            await ctx.YieldIfNeededAsync();
            count += await ctx.StepAsync("count", _ => Task.FromResult(i), new StepOptions { Key = $"{i}" });
        }

        var approval = await ctx.AskApprovalAsync("Ship it?");
        await ctx.EmitAsync("done", count);
        return $"{size} {(await signal).Method} {await step} {count} {id} {(ctx.UtcNow - began).TotalHours} {(bool)approval}";
    }

    /// <summary>A failure ends an attempt of the run, and AGNT5 begins the next one.</summary>
    [Workflow]
    [Retries(4)]
    public static async Task<string> TriedAgain(WorkflowContext ctx)
    {
        await ctx.EmitAsync("began", "o-1");
        var paid = await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        await ctx.EmitAsync("paid", paid);
        return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
    }

    /// <summary>A step whose fake gives a new number each time, and another step that uses it.</summary>
    [Workflow]
    public static async Task<string> NumberedCharge(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        var number = await ctx.StepAsync("charge", async _ =>
        {
            await ledger.AddAsync("charge");
            return ledger.Entries.Count;
        });
        // Whoever is charged a second time gets a mail.
        if (number > 1)
            await ctx.StepAsync("apologize", static _ => Task.CompletedTask);
        return await ctx.StepAsync("ship", _ => Task.FromResult($"shipped {number}"));
    }

    /// <summary>A loop tries a step until it succeeds.</summary>
    [Workflow]
    public static async Task<string> TriesUntilItSucceeds(WorkflowContext ctx)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ctx.StepAsync("call", static _ => Task.FromResult("called"), new StepOptions { MaxAttempts = 2, InitialInterval = TimeSpan.Zero });
            }
            catch (StepFailedException) when (attempt < 3)
            {
                await ctx.StepAsync("note", _ => Task.FromResult(attempt), new StepOptions { Key = $"{attempt}" });
            }
        }
    }

    private static TimeProvider GetTime(this IServiceProvider services) => (TimeProvider)services.GetService(typeof(TimeProvider))!;
}
