using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Workflows that wait: for a time, for people, for signals.</summary>
public sealed class Waiting(World world)
{
    [Workflow]
    public async Task<string> SleepALot(WorkflowContext ctx)
    {
        var began = ctx.UtcNow;
        await ctx.SleepAsync(TimeSpan.Zero);
        await ctx.SleepAsync(TimeSpan.FromHours(2), "cool:down%");
        await world.StepAsync(ctx, "do_first");
        await ctx.SleepAsync(TimeSpan.FromMinutes(90));
        await world.TellAsync(ctx, "slept");
        await ctx.SleepAsync(TimeSpan.FromMinutes(90));
        await ctx.SleepUntilAsync(began);
        await ctx.SleepUntilAsync(began.AddDays(2));
        await world.StepAsync(ctx, "do_second");
        await ctx.SleepUntilAsync(began.AddDays(3), "the end");
        var took = ctx.UtcNow - began;
        world.Note($"took {took}");
        return took >= TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1) ? "rested" : "woken early";
    }

    [Workflow]
    public async Task<string> AskALot(WorkflowContext ctx)
    {
        var answers = new List<string>();
        await AskedAsync(await ctx.AskAsync("What is it called?"));
        await world.StepAsync(ctx, "do_name");
        await AskedAsync(await ctx.AskAsync("Ship it?", Question.Approval, TimeSpan.FromDays(2)));
        await AskedAsync(await ctx.AskAsync("Which size?", Question.Select("s", "m") with { AllowCustom = true }));
        await AskedAsync(string.Join('+', await ctx.AskManyAsync("Which extras?", Question.MultiSelect("bow", "card")) ?? []));
        await AskedAsync(await ctx.AskAsync("Anything else?", Question.Text with { Skippable = true }));
        try
        {
            await AskedAsync(await ctx.AskAsync("Still there?", timeout: TimeSpan.FromMinutes(10)));
        }
        catch (WaitTimeoutException timeout)
        {
            await AskedAsync(timeout.Message);
        }

        await world.StepAsync(ctx, "do_ship");
        await AskedAsync(await ctx.AskAsync("How was it?"));
        return string.Join(", ", answers);

        async Task AskedAsync(string? answer)
        {
            answers.Add(answer ?? "skipped");
            await world.TellAsync(ctx, $"answer {answers.Count}: {answer ?? "skipped"}");
        }
    }

    /// <summary>Sleeps before it asks, and asks two things at once of which a person sees one: answers may come to what nobody has seen.</summary>
    [Workflow]
    public async Task<string> ShipWhenSeen(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromHours(1), "collect");
        var ship = await ctx.AskApprovalAsync("Ship it?");
        await world.TellAsync(ctx, ship ? await world.StepAsync(ctx, "do_ship") : "kept");
        await ctx.SleepAsync(TimeSpan.FromHours(1), "travel");
        var invoice = await ctx.AskApprovalAsync("Send an invoice?", timeout: TimeSpan.FromDays(1));
        await world.TellAsync(ctx, invoice ? await world.StepAsync(ctx, "do_invoice") : $"no invoice: {invoice.Answer}");

        var boxing = ctx.AskAsync("Which box next time?", Question.Select("small", "large"));
        var again = await ctx.AskApprovalAsync("The same again?", timeout: TimeSpan.FromDays(1));
        var settled = await ctx.TryWaitForSignalAsync<string>("settled", timeout: TimeSpan.FromHours(1));
        return $"{await boxing}, again {again.IsTimedOut}, settled {settled.IsReceived}";
    }

    /// <summary>Asks without an exception for the case that nobody answers in time.</summary>
    [Workflow]
    public async Task<string> AskWhoeverIsThere(WorkflowContext ctx)
    {
        var late = await ctx.TryAskAsync("Who is there?", timeout: TimeSpan.FromMinutes(10));
        await world.TellAsync(ctx, late.IsTimedOut ? "nobody is there" : $"{late.Answer} is there");
        await world.StepAsync(ctx, "do_ring");
        var name = await ctx.TryAskAsync("And now?", timeout: TimeSpan.FromDays(1));
        var extras = await ctx.TryAskManyAsync("Which extras?", Question.MultiSelect("bow", "card"), TimeSpan.FromDays(1));
        await world.StepAsync(ctx, "do_pack");
        return $"{name.Answer}: {string.Join('+', extras.Answer ?? ["nothing"])}";
    }

    /// <summary>One signal again and again, each time at a step of its own, and now and then too late.</summary>
    [Workflow]
    public async Task<string> CollectPayments(WorkflowContext ctx)
    {
        var first = await ctx.WaitForSignalAsync<Parcel>("opened");
        var paid = new List<string> { first.Id };
        for (var month = 1; month <= 4; month++)
        {
            try
            {
                paid.Add(await ctx.WaitForSignalAsync<string>("paid", $"month {month}", TimeSpan.FromDays(30)));
                await world.StepAsync(ctx, "do_book", $"{month}");
            }
            catch (WaitTimeoutException)
            {
                await world.TellAsync(ctx, $"month {month} is missing");
                await world.StepAsync(ctx, "do_remind", $"{month}");
            }
        }

        return string.Join(", ", paid);
    }
}
