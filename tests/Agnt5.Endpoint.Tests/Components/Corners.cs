namespace Agnt5.Endpoint.Tests.Components;

public sealed class OutOfStock() : NonRetryableException("sold out");

/// <summary>Workflows whose course hangs on the order of small things.</summary>
public sealed class Corners(Gates gates, Notebook notebook)
{
    /// <summary>Two branches, of which the one that does not wait is first.</summary>
    [Workflow]
    public async Task<string> RaceAPastSleep(WorkflowContext ctx)
    {
        string? first = null;
        await Task.WhenAll(SleepAsync(), GoAsync());
        await ctx.StepAsync(first!, () => notebook.Write($"ran {first}"));
        await ctx.SleepAsync(TimeSpan.FromHours(1), "later");
        return first!;

        async Task SleepAsync()
        {
            await ctx.SleepUntilAsync(DateTimeOffset.UnixEpoch, "past");
            first ??= "sleeper";
        }

        Task GoAsync()
        {
            first ??= "goer";
            return Task.CompletedTask;
        }
    }

    /// <summary>Computes until its token fires, and then does what <paramref name="end"/> says.</summary>
    [Workflow]
    public async Task<string> ComputePastTheDeadline(WorkflowContext ctx, string end)
    {
        await ctx.StepAsync("first", static () => { });
        try
        {
            _ = gates.PassAsync("computing");
            while (true)
            {
                ctx.CancellationToken.ThrowIfCancellationRequested();
                Thread.Sleep(1);
            }
        }
        catch (OperationCanceledException)
        {
            await ctx.EmitAsync("gave.up", 1);
            if (end == "step")
                await ctx.StepAsync("undo", () => notebook.Write("undone"));
            if (end == "sleep")
                await ctx.SleepAsync(TimeSpan.FromHours(1), "undo_later");
            return "gave up";
        }
    }

    /// <summary>Tells how a step went that fails at first, while another one ends after it.</summary>
    [Workflow]
    public async Task<string> TellWhileAnotherEnds(WorkflowContext ctx)
    {
        var other = ctx.StepAsync("other", () => gates.PassAsync("other"));
        var failed = false;
        try
        {
            await ctx.StepAsync("charge", () =>
            {
                notebook.Write("charge");
                if (notebook.Lines.Count == 1)
                    throw new TimeoutException("bank is silent");
            });
            await ctx.EmitAsync("charged", 1);
        }
        catch (StepFailedException)
        {
            failed = true;
            await ctx.EmitAsync("not.charged", 1);
        }

        gates.Open("other");
        await other;
        return failed ? throw new InvalidOperationException("no charge") : "charged";
    }

    /// <summary>Asks for a key again while it is in use, and once more when it has failed.</summary>
    [Workflow]
    public async Task<string> AskForAKeyInUse(WorkflowContext ctx)
    {
        const string key = "charge";
        var first = ChargeAsync();
        try
        {
            await ChargeAsync();
        }
        catch (NonRetryableException)
        {
        }

        foreach (var attempt in new[] { () => first, ChargeAsync })
        {
            try
            {
                await attempt();
            }
            catch (StepFailedException)
            {
            }
        }

        await ctx.SleepAsync(TimeSpan.FromHours(1), "later");
        return "done";

        Task ChargeAsync() => ctx.StepAsync(key, () =>
        {
            notebook.Write("charged");
            throw new TimeoutException("bank is silent");
        });
    }

    /// <summary>Catches what retrying cannot help, waits, and fails with it all the same.</summary>
    [Workflow]
    public async Task<string> FailFinallyLater(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("order", Task () => throw new OutOfStock());
            return "ordered";
        }
        catch (StepFailedException)
        {
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), "think");
            throw;
        }
    }
}
