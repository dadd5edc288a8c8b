using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>Workflows whose steps write down that they really ran.</summary>
public sealed class Registration(Diary diary)
{
    /// <summary>Weighs, asks for consent, and puts a label on.</summary>
    [Workflow]
    public async Task<IReadOnlyList<string?>> RegisterParcel(WorkflowContext ctx, string parcel)
    {
        var weight = await ctx.StepAsync("weigh", () => Did($"weighed {parcel}"));
        var consent = await ctx.AskAsync($"Send {parcel}?");
        var label = await ctx.StepAsync("label", () => Did($"labelled {parcel}"));
        return [weight, consent, label];
    }

    /// <summary>Stamps parcels one after the other; a stamp has no result.</summary>
    [Workflow]
    public async Task<int> StampEach(WorkflowContext ctx, IReadOnlyList<string> parcels)
    {
        foreach (var parcel in parcels)
            await ctx.StepAsync("stamp", () => { Did($"stamped {parcel}"); }, new StepOptions { Key = parcel });
        return parcels.Count;
    }

    /// <summary>Sorts parcels at the same time, and asks whether to close the bag.</summary>
    [Workflow]
    public async Task<IReadOnlyList<string>> SortTogether(WorkflowContext ctx, IReadOnlyList<string> parcels)
    {
        var sorted = await Task.WhenAll(parcels.Select(parcel => ctx.StepAsync("sort", () => Did($"sorted {parcel}"), new StepOptions { Key = parcel })));
        await ctx.AskAsync("Close the bag?");
        return sorted;
    }

    /// <summary>Takes the courier, or the mail when the courier does not come.</summary>
    [Workflow]
    public async Task<string> SendSomehow(WorkflowContext ctx)
    {
        string way;
        try
        {
            way = await ctx.StepAsync("courier", string () =>
            {
                Did("called the courier");
                throw new TimeoutException("the courier does not come");
            });
        }
        catch (StepFailedException failure)
        {
            way = await ctx.StepAsync("mail", () => Did($"mailed since {failure.Message}"));
        }

        return $"{way}, {await ctx.AskAsync("Did it arrive?")}";
    }

    /// <summary>Looks into heavy parcels alone.</summary>
    [Workflow]
    public async Task<string> InspectParcel(WorkflowContext ctx, double weightKg) =>
        weightKg > 20 ? await ctx.StepAsync("inspect", () => Did("inspected")) : "waved through";

    /// <summary>Makes an id and a time, and finds them again after a wait.</summary>
    [Workflow]
    public static async Task<bool> NumberParcel(WorkflowContext ctx)
    {
        var (id, time, dice) = (ctx.NewGuid(), ctx.UtcNow, ctx.Random.Next());
        var seen = await ctx.StepAsync("number", () => $"{id} {time:O} {dice}");
        await ctx.AskAsync("Go on?");
        return seen == $"{id} {time:O} {dice}";
    }

    /// <summary>Reserves a place, and fails to load it at the first attempt.</summary>
    [Workflow]
    public async Task<string> LoadParcel(WorkflowContext ctx)
    {
        var place = await ctx.StepAsync("reserve", () => Did("reserved"));
        return await ctx.StepAsync("load", () => ctx.Attempt == 0 ? throw new InvalidOperationException("the lorry is full") : Did($"loaded, {place}"));
    }

    private string Did(string what)
    {
        diary.Write(what);
        return what;
    }
}
