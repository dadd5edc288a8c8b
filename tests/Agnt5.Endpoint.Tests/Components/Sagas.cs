namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Orders that are authorized, shipped and, where shipping fails, undone.</summary>
public sealed class Sagas(Notebook notebook)
{
    /// <summary>Ships an order, which fails the first time. Undoes the hold in one of the ways in which programs do.</summary>
    [Workflow]
    public async Task<string> ShipOrder(WorkflowContext ctx, string how)
    {
        await ctx.StepAsync("authorize", () => notebook.Write("authorize"));
        switch (how)
        {
            case "catches":
                try
                {
                    await ShipAsync(ctx);
                }
                catch (StepFailedException)
                {
                    await ReleaseAsync(ctx);
                    throw;
                }

                break;
            case "cleans up":
                var isShipped = false;
                try
                {
                    await ShipAsync(ctx);
                    isShipped = true;
                }
                finally
                {
                    if (!isShipped)
                        await ReleaseAsync(ctx);
                }

                break;
            case "wraps":
                try
                {
                    await ShipAsync(ctx);
                }
                catch (Exception failure)
                {
                    await ReleaseAsync(ctx);
                    throw new InvalidOperationException("not shipped", failure);
                }

                break;
            case "waits for several":
                try
                {
                    await Task.WhenAll(ShipAsync(ctx), ctx.StepAsync("mail", () => notebook.Write("mail")), ctx.StepAsync("label", Task () => throw new TimeoutException("no truck, no label")));
                }
                catch (StepFailedException)
                {
                    await ReleaseAsync(ctx);
                    throw;
                }

                break;
            case "looks at the task":
                var shipping = ctx.StepAsync("ship", Ship);
                if (await Task.WhenAny(shipping, ctx.SleepAsync(TimeSpan.FromDays(1))) == shipping && shipping.IsFaulted)
                    await ReleaseAsync(ctx);
                await shipping;
                break;
            case "looks at the task of a method":
                var shippingAlone = ShipAsync(ctx);
                await Task.WhenAny(shippingAlone, ctx.SleepAsync(TimeSpan.FromDays(1)));
                if (shippingAlone.IsFaulted)
                    await ReleaseAsync(ctx);
                await shippingAlone;
                break;
            case "keeps the exception":
                if (await TryAsync(() => ShipAsync(ctx)) is { } kept)
                {
                    await ReleaseAsync(ctx);
                    throw kept;
                }

                break;
            case "asks a method":
                if (await TryAsync(() => ShipAsync(ctx)) is not null)
                {
                    await ReleaseAsync(ctx);
                    throw new InvalidOperationException("not shipped");
                }

                break;
            case "asks several methods":
                if (Array.Exists(await Task.WhenAll(TryAsync(() => ShipAsync(ctx)), TryAsync(() => ctx.StepAsync("label", static () => Task.Delay(50)))), static failure => failure is not null))
                {
                    await ReleaseAsync(ctx);
                    throw new InvalidOperationException("not shipped");
                }

                break;
            case "is given another exception":
                try
                {
                    await ShipOrSayWhyAsync(ctx);
                }
                catch (InvalidOperationException)
                {
                    await ReleaseAsync(ctx);
                    throw;
                }

                break;
            case "leaves the slice":
                try
                {
                    await ShipAsync(ctx);
                }
                catch (StepFailedException)
                {
                    await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
                    await ReleaseAsync(ctx);
                    throw;
                }

                break;
        }

        return "shipped";
    }

    /// <summary>Two branches of which one fails the first time. Nobody answers to that.</summary>
    [Workflow]
    public async Task<string> PackAndShip(WorkflowContext ctx, bool oneAtATime)
    {
        using var free = new SemaphoreSlim(oneAtATime ? 1 : 2);
        await Task.WhenAll(InTurnAsync(() => ShipAsync(ctx)), InTurnAsync(PackAsync));
        return "shipped";

        async Task PackAsync()
        {
            foreach (var box in new[] { "box 1", "box 2", "box 3" })
                await ctx.StepAsync(box, () => notebook.Write(box));
        }

        async Task InTurnAsync(Func<Task> work)
        {
            await free.WaitAsync();
            try
            {
                await work();
            }
            finally
            {
                free.Release();
            }
        }
    }

    /// <summary>A charge that fails the first time, beside a wait.</summary>
    [Workflow]
    public async Task<string> ChargeBesideAWait(WorkflowContext ctx, bool asks)
    {
        await Task.WhenAll(ChargeAsync(), asks ? ctx.AskAsync("Gift wrap?") : ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap"));
        await ctx.EmitAsync("charged", 1);
        return "charged";

        async Task ChargeAsync()
        {
            try
            {
                await ctx.StepAsync("ship", Ship);
                await ctx.EmitAsync("went.well", 1);
            }
            catch (StepFailedException)
            {
                await ctx.EmitAsync("went.wrong", 1);
                _ = ctx.UtcNow;
                throw;
            }
        }
    }

    // A separate method, as in real programs: the failure passes through it.
    private async Task ShipAsync(WorkflowContext ctx) => await ctx.StepAsync("ship", Ship);

    private async Task ShipOrSayWhyAsync(WorkflowContext ctx)
    {
        try
        {
            await ShipAsync(ctx);
        }
        catch (StepFailedException)
        {
            // Like code that writes a log: whatever awaits this method goes on from here, not from the failure.
            await Task.Yield();
            throw new InvalidOperationException("not shipped");
        }
    }

    private static async Task<Exception?> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (StepFailedException failure)
        {
            return failure;
        }
    }

    private Task ReleaseAsync(WorkflowContext ctx) => ctx.StepAsync("release", () => notebook.Write("release"));

    private void Ship()
    {
        var isFirst = !notebook.Lines.Contains("ship");
        notebook.Write("ship");
        if (isFirst)
            throw new TimeoutException("no truck");
    }
}
