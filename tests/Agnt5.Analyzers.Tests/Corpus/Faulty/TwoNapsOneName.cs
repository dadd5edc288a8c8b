// Two sleeps and two signals under one name each (after samples of Hatchet and Restate).
public sealed record Rental(string Car);

public sealed record Scanned(string Gate);

public interface IGates
{
    Task OpenAsync(string car, CancellationToken cancellationToken);
}

public sealed class TwoNapsOneName(IGates gates)
{
    private const string Grace = "grace";

    /// <summary>Lets a car out and in again.</summary>
    [Workflow]
    public async Task<string> Rent(WorkflowContext ctx, Rental rental)
    {
        var left = await ctx.WaitForSignalAsync<Scanned>("scanned");
        await ctx.StepAsync("open", ct => gates.OpenAsync(rental.Car, ct), new StepOptions { Key = "out" });
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), Grace);

        var back = await ctx.WaitForSignalAsync<Scanned>({|AGT4007:"scanned"|});
        await ctx.StepAsync("open", ct => gates.OpenAsync(rental.Car, ct), new StepOptions { Key = "in" });
        await ctx.SleepAsync(TimeSpan.FromMinutes(5), {|AGT4007:Grace|});
        return $"{left.Gate} to {back.Gate}";
    }
}
