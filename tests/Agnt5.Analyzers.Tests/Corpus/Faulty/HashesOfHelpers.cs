// Hash codes in keys, told once where they are made: in a variable, in a helper, or through a comparer.
public sealed record Parcel(string Id, string City);

public sealed class HashesOfHelpers
{
    /// <summary>Makes keys of hash codes.</summary>
    [Workflow]
    public async Task Run(WorkflowContext ctx, Parcel parcel)
    {
        var shard = {|AGT4009:parcel.Id.GetHashCode()|} % 8;
        await ctx.StepAsync($"a-{shard}", () => 1);
        await ctx.StepAsync($"b-{{|AGT4009:EqualityComparer<string>.Default.GetHashCode(parcel.City)|}}", () => 1);
        await ctx.StepAsync(KeyOf(parcel), () => 1);
        var bucket = {|AGT4006:parcel.City.GetHashCode()|} % 4;
        if (bucket > 1)
            await ctx.StepAsync("c", () => 1);
    }

    private static string KeyOf(Parcel parcel) => $"parcel-{{|AGT4006:parcel.City.GetHashCode()|}}";
}
