// A step and a sleep with a constant name in a loop (after samples of Durable Task).
public sealed record Shipment(string Id, List<string> Parcels);

public interface ILabels
{
    Task<string> PrintAsync(string parcel, CancellationToken cancellationToken);
}

public sealed class LoopWithoutKey(ILabels labels)
{
    /// <summary>Prints a label for each parcel.</summary>
    [Workflow]
    public async Task<List<string>> PrintLabels(WorkflowContext ctx, Shipment shipment)
    {
        var printed = new List<string>();
        foreach (var parcel in shipment.Parcels)
        {
            printed.Add(await ctx.StepAsync({|AGT4008:"print"|}, ct => labels.PrintAsync(parcel, ct)));
            await ctx.SleepAsync(TimeSpan.FromSeconds(5), {|AGT4008:"printer_rests"|});
        }

        return printed;
    }
}
