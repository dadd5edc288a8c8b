// A signal raced against Task.Delay (after samples of Temporal ported by hand).
public sealed record Parking(string Plate);

public sealed record Paid(int Cents);

public interface IBarrier
{
    Task OpenAsync(string plate, CancellationToken cancellationToken);
}

public sealed class DelayAsTimeout(IBarrier barrier)
{
    /// <summary>Lets a car out when it has paid.</summary>
    [Workflow]
    public async Task<bool> LetOut(WorkflowContext ctx, Parking parking)
    {
        var paid = ctx.WaitForSignalAsync<Paid>("paid");
        var first = await Task.WhenAny(paid, {|AGT4003:Task.Delay(TimeSpan.FromMinutes(15))|});
        if (first != paid)
            return false;

        await ctx.StepAsync("open", ct => barrier.OpenAsync(parking.Plate, ct));
        return true;
    }
}
