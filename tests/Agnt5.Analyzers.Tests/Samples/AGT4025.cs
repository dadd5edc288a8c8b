[assembly: StepPolicy("slow", MaxAttempts = 5, InitialIntervalMs = 0)]
[assembly: StepPolicy(Policies.Careful, Backoff = BackoffKind.Linear)]
[assembly: {|AGT4025:StepPolicy("slow", MaxAttempts = 2)|}]
[assembly: {|AGT4025:StepPolicy(" ")|}]
[assembly: {|AGT4025:StepPolicy("never", MaxAttempts = 0)|}]
[assembly: {|AGT4025:StepPolicy("early", InitialIntervalMs = -1)|}]
[assembly: {|AGT4025:StepPolicy("late", MaxIntervalMs = -60_000)|}]
[assembly: {|AGT4025:StepPolicy("endless", InitialIntervalMs = long.MaxValue)|}]

public static class Policies
{
    public const string Careful = "careful";

    public static readonly StepOptions Slow = new() { Policy = "slow" };

    public static readonly StepOptions Unknown = new() { Policy = {|AGT4025:"unknown"|} };
}

public sealed record Insurance(string Policy);

public static class Orders
{
    [Workflow]
    public static async Task Ship(WorkflowContext ctx, Insurance insurance, string named)
    {
        await ctx.StepAsync("a", () => 1, new StepOptions { Policy = "slow" });
        await ctx.StepAsync("b", () => 1, new StepOptions { Policy = {|AGT4025:"slwo"|} });
        await ctx.StepAsync("c", () => 1, new() { Key = "k", Policy = {|AGT4025:"Slow"|} });
        await ctx.StepAsync("d", () => 1, new() { Policy = Policies.Careful });
        await ctx.StepAsync("e", () => 1, Policies.Slow with { Policy = {|AGT4025:nameof(Policies)|} });
        await ctx.StepAsync("f", () => 1, new() { Policy = named });
        await ctx.StepAsync("g", () => 1, new() { Policy = null });
        await ctx.StepAsync("h", () => insurance with { Policy = "fire" });
        await ctx.StepAsync("j", () => 1, new() { Policy = named.Length > 3 ? "slow" : {|AGT4025:"lazy"|} });
        await ctx.StepAsync("k", () => 1, new() { Policy = named switch { "a" => Policies.Careful, "b" => ({|AGT4025:"quick"|}), _ => null } });
        await ctx.StepAsync("l", () => 1, new() { Policy = insurance?.Policy ?? {|AGT4025:"other"|} });
        var options = new StepOptions { Policy = {|AGT4025:"gone"|} };
        await ctx.StepAsync("i", () => 1, options);
    }
}
