// Loops that try a failed step again under its key, and end once it has succeeded (after samples of Temporal and DBOS).
public sealed record Transfer(string Id, int Cents);

public interface IClearing
{
    Task<string> SettleAsync(Transfer transfer, CancellationToken cancellationToken);
}

public sealed class TriedAgainInLoop(IClearing clearing)
{
    /// <summary>Settles within three tries.</summary>
    [Workflow]
    public async Task<string?> SettleWithinTries(WorkflowContext ctx, Transfer transfer)
    {
        string? receipt = null;
        for (var tries = 0; receipt is null && tries < 3; tries++)
        {
            try
            {
                receipt = await ctx.StepAsync("settle", ct => clearing.SettleAsync(transfer, ct));
            }
            catch (StepFailedException)
            {
                await ctx.SleepAsync(TimeSpan.FromMinutes(5));
            }
        }

        return receipt;
    }

    /// <summary>Settles sooner or later.</summary>
    [Workflow]
    public async Task SettleSometime(WorkflowContext ctx, Transfer transfer)
    {
        var isSettled = false;
        do
        {
            try
            {
                await ctx.StepAsync("settle", ct => clearing.SettleAsync(transfer, ct));
                isSettled = true;
            }
            catch (StepFailedException)
            {
                await ctx.SleepAsync(TimeSpan.FromMinutes(5));
            }
        }
        while (!isSettled);
    }

    /// <summary>Settles, and leaves the loop by a flag.</summary>
    [Workflow]
    public async Task SettleByFlag(WorkflowContext ctx, Transfer transfer)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var failed = true;
            try
            {
                await ctx.StepAsync("settle", ct => clearing.SettleAsync(transfer, ct));
                failed = false;
            }
            catch (StepFailedException failure) when (!failure.Is<ArgumentException>())
            {
                await ctx.SleepAsync(TimeSpan.FromMinutes(tries + 1));
            }

            if (!failed)
                break;
        }
    }

    /// <summary>Settles with a helper that says whether it went well.</summary>
    [Workflow]
    public async Task SettleWithHelper(WorkflowContext ctx, Transfer transfer)
    {
        while (!await TryToSettle(ctx, transfer))
            await ctx.SleepAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Settles with a local function that says whether it went well.</summary>
    [Workflow]
    public async Task SettleWithFunction(WorkflowContext ctx, Transfer transfer)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            if (await Settle())
                return;
            await ctx.SleepAsync(TimeSpan.FromMinutes(5));
        }

        async Task<bool> Settle()
        {
            try
            {
                await ctx.StepAsync("settle", ct => clearing.SettleAsync(transfer, ct));
                return true;
            }
            catch (StepFailedException)
            {
                return false;
            }
        }
    }

    /// <summary>Settles, and continues after a failure.</summary>
    [Workflow]
    public async Task<string> SettleOrContinue(WorkflowContext ctx, Transfer transfer)
    {
        while (true)
        {
            string receipt;
            try
            {
                receipt = await ctx.StepAsync("settle", ct => clearing.SettleAsync(transfer, ct));
            }
            catch (StepFailedException)
            {
                await ctx.SleepAsync(TimeSpan.FromMinutes(5));
                continue;
            }

            return receipt;
        }
    }

    private async Task<bool> TryToSettle(WorkflowContext ctx, Transfer transfer)
    {
        try
        {
            await ctx.StepAsync("settle_once", ct => clearing.SettleAsync(transfer, ct));
            return true;
        }
        catch (StepFailedException)
        {
            return false;
        }
    }
}
