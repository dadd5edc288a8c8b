using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Workflows that undo what they did when something fails, and workflows whose failures nobody answers to.</summary>
public sealed class Sagas(World world)
{
    /// <summary>Undoes the hold and fails with what happened: no retry may ship what is not held any more.</summary>
    [Workflow]
    public async Task<string> ShipOrRelease(WorkflowContext ctx)
    {
        var hold = await world.StepAsync(ctx, "do_authorize");
        try
        {
            return $"{hold}, {await ShipAsync(ctx)}";
        }
        catch (StepFailedException failure) when (failure.Is<TimeoutException>())
        {
            await world.StepAsync(ctx, "do_release");
            throw;
        }
    }

    /// <summary>Undoes the hold on the way out.</summary>
    [Workflow]
    public async Task<string> ShipAndCleanUp(WorkflowContext ctx)
    {
        var isShipped = false;
        try
        {
            var shipped = await ShipAsync(ctx);
            isShipped = true;
            return shipped;
        }
        finally
        {
            if (!isShipped)
                await world.StepAsync(ctx, "do_release");
        }
    }

    /// <summary>Several things fail of which the code sees one. The run fails of something else, and is retried.</summary>
    [Workflow]
    public async Task<string> ShipSeveral(WorkflowContext ctx)
    {
        try
        {
            await Task.WhenAll(ShipAsync(ctx), world.StepAsync(ctx, "do_label"), world.StepAsync(ctx, "do_mail"));
            return "shipped";
        }
        catch (StepFailedException)
        {
            var released = await world.StepAsync(ctx, "do_release");
            return $"{released}, {await world.StepAsync(ctx, "do_apologize")}";
        }
    }

    /// <summary>A charge that fails once while the run sleeps, and that nobody answers to.</summary>
    [Workflow]
    public async Task<string> ChargeBesideANap(WorkflowContext ctx)
    {
        await Task.WhenAll(ChargeAsync(), ctx.SleepAsync(TimeSpan.FromMinutes(5), "nap"));
        await world.TellAsync(ctx, "charged");
        return await world.StepAsync(ctx, "do_thank");

        async Task ChargeAsync()
        {
            try
            {
                await world.StepAsync(ctx, "do_charge");
                await world.TellAsync(ctx, "charge went well");
            }
            catch (StepFailedException)
            {
                await world.TellAsync(ctx, "charge went wrong");
                throw;
            }
        }
    }

    private async Task<string> ShipAsync(WorkflowContext ctx) => await world.StepAsync(ctx, "do_ship");
}
