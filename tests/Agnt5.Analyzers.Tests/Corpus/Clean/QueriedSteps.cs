// Steps that queries start, each with a key from its item (after samples of LINQ).
public sealed record Parcel(string Id, string Region, int Weight, bool IsPaid, string[] Labels);

public sealed record Depot(string Region, string City);

public interface IDispatch
{
    Task<string> SendAsync(string parcel, string to, CancellationToken cancellationToken);
}

public sealed class QueriedSteps(IDispatch dispatch)
{
    /// <summary>Sends each parcel.</summary>
    [Workflow]
    public async Task<string[]> SendAll(WorkflowContext ctx, Parcel[] parcels) =>
        await Task.WhenAll(from parcel in parcels select ctx.StepAsync($"send:{parcel.Id}", ct => dispatch.SendAsync(parcel.Id, "home", ct)));

    /// <summary>Sends what is paid, by its region's depot.</summary>
    [Workflow]
    public async Task<int> SendByDepot(WorkflowContext ctx, Parcel[] parcels, Depot[] depots)
    {
        var paid = from parcel in parcels
                   where parcel.IsPaid
                   orderby parcel.Weight
                   select ctx.StepAsync("pay", ct => dispatch.SendAsync(parcel.Id, "till", ct), new StepOptions { Key = parcel.Id });
        await Task.WhenAll(paid);
        var named = from parcel in parcels
                    let id = parcel.Id.Trim()
                    where id.Length > 0
                    select ctx.StepAsync($"name:{id}", ct => dispatch.SendAsync(id, "desk", ct));
        await Task.WhenAll(named);
        var joined = from parcel in parcels
                     join depot in depots on parcel.Region equals depot.Region
                     select ctx.StepAsync($"route:{parcel.Id}", ct => dispatch.SendAsync(parcel.Id, depot.City, ct));
        await Task.WhenAll(joined);
        var labels = from parcel in parcels
                     from label in parcel.Labels
                     select ctx.StepAsync($"label:{parcel.Id}:{label}", ct => dispatch.SendAsync(parcel.Id, label, ct));
        await Task.WhenAll(labels);
        var regions = from parcel in parcels
                      group parcel by parcel.Region into region
                      select ctx.StepAsync($"region:{region.Key}", ct => dispatch.SendAsync(region.First().Id, region.Key, ct));
        var done = await Task.WhenAll(regions);
        return done.Length;
    }

    /// <summary>Sends each parcel, by methods.</summary>
    [Workflow]
    public async Task SendByMethods(WorkflowContext ctx, List<Parcel> parcels)
    {
        await Task.WhenAll(parcels.Select((parcel, number) => ctx.StepAsync($"nth:{number}", ct => dispatch.SendAsync(parcel.Id, "nth", ct))));
        await Task.WhenAll(parcels.SelectMany(parcel => parcel.Labels.Select(label => ctx.StepAsync($"print:{parcel.Id}-{label}", ct => dispatch.SendAsync(parcel.Id, label, ct)))));
        await Task.WhenAll(parcels.Select(parcel => Guarded(() => ctx.StepAsync($"guard:{parcel.Id}", ct => dispatch.SendAsync(parcel.Id, "guard", ct)))));
        await Task.WhenAll(parcels.Where(parcel => parcel.IsPaid).Select(async parcel =>
        {
            var id = parcel.Id;
            return await ctx.StepAsync("sorted", ct => dispatch.SendAsync(id, "sort", ct), new StepOptions { Key = id });
        }));
        foreach (var parcel in parcels)
            await Handle(parcel.Id);

        Task<string> Handle(string id) => ctx.StepAsync("handle", ct => dispatch.SendAsync(id, "hand", ct), new StepOptions { Key = id });
    }

    private static async Task<string> Guarded(Func<Task<string>> send) => await send();
}
