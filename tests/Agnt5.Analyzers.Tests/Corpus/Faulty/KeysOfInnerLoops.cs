// Keys from the inner loop alone: the second round of the outer loop uses them again.
public sealed record Parcel(string Id, IReadOnlyList<string> Labels);

public sealed record Delivery(string Id, IReadOnlyList<Parcel> Parcels);

public interface IDepot
{
    Task<bool> CheckAsync(string what, CancellationToken cancellationToken);
}

public sealed class KeysOfInnerLoops(IDepot depot)
{
    /// <summary>Checks each parcel in each region.</summary>
    [Workflow]
    public async Task CheckRegions(WorkflowContext ctx, Delivery delivery)
    {
        foreach (var parcel in delivery.Parcels)
        {
            foreach (var region in new[] { "eu", "us" })
                await ctx.StepAsync({|AGT4008:$"check-{region}"|}, ct => depot.CheckAsync(parcel.Id, ct));
            foreach (var region in new[] { "eu", "us" })
                await ctx.StepAsync($"both-{parcel.Id}-{region}", ct => depot.CheckAsync(parcel.Id, ct));
            foreach (var label in parcel.Labels)
                await ctx.StepAsync($"label-{label}", ct => depot.CheckAsync(label, ct));
            for (var part = 0; part < 2; part++)
                await ctx.StepAsync({|AGT4008:$"part-{part}"|}, ct => depot.CheckAsync(parcel.Id, ct));
            for (var part = 0; part < parcel.Labels.Count; part++)
                await ctx.StepAsync($"own-{part}", ct => depot.CheckAsync(parcel.Id, ct));
            foreach (var region in new[] { "eu", parcel.Id })
                await ctx.StepAsync($"mixed-{region}", ct => depot.CheckAsync(parcel.Id, ct));
        }
    }

    /// <summary>Checks all parcels three times.</summary>
    [Workflow]
    public async Task CheckThrice(WorkflowContext ctx, Delivery delivery)
    {
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(delivery.Parcels.Select(parcel => ctx.StepAsync({|AGT4008:$"again-{parcel.Id}"|}, ct => depot.CheckAsync(parcel.Id, ct))));
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(delivery.Parcels.Select(parcel => ctx.StepAsync($"round-{round}-{parcel.Id}", ct => depot.CheckAsync(parcel.Id, ct))));
    }

    /// <summary>Checks what is left, until nothing is.</summary>
    [Workflow]
    public async Task CheckRest(WorkflowContext ctx, Delivery delivery)
    {
        var open = delivery.Parcels.Select(parcel => parcel.Id).ToList();
        while (open.Count > 0)
            foreach (var id in open.ToArray())
                if (await ctx.StepAsync($"rest-{id}", ct => depot.CheckAsync(id, ct)))
                    open.Remove(id);
        var left = delivery.Parcels.Select(parcel => parcel.Id).ToArray();
        for (var tries = 0; tries < 3; tries++)
        {
            var failed = new List<string>();
            foreach (var id in left)
                try
                {
                    await ctx.StepAsync($"left-{id}", ct => depot.CheckAsync(id, ct));
                }
                catch (StepFailedException)
                {
                    failed.Add(id);
                }

            left = failed.ToArray();
        }

        foreach (var parcel in delivery.Parcels)
            foreach (var region in new[] { "eu", "us" })
                if (parcel.Id.StartsWith(region, StringComparison.Ordinal))
                    await ctx.StepAsync($"chosen-{region}", ct => depot.CheckAsync(parcel.Id, ct));
    }
}
