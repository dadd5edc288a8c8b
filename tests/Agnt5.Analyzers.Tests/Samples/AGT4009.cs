using System.Globalization;

public enum Tier
{
    Gold,
}

public sealed record Order(string Id, decimal Total, double Weight, DateTime Placed, Tier Tier, Guid Key, bool Express);

public static class Orders
{
    [Workflow]
    public static async Task Keys(WorkflowContext ctx, Order order)
    {
        await ctx.StepAsync($"a-{{|AGT4009:order.Total|}}", () => { });
        await ctx.StepAsync("b-" + {|AGT4009:order.Weight|}, () => { });
        await ctx.StepAsync("c", () => { }, new StepOptions { Key = {|AGT4009:order.Placed.ToString|}() });
        await ctx.StepAsync("d", () => { }, new StepOptions { Key = $"{{|AGT4009:Guid.NewGuid|}()}" });
        await ctx.StepAsync("e", () => { }, new StepOptions { Key = $"{{|AGT4009:DateTime.UtcNow|}:yyyy}" });
        await ctx.StepAsync("f", () => { }, new StepOptions { Key = $"{{|AGT4009:order.Id.GetHashCode|}()}" });
        await ctx.StepAsync("o", () => { }, new StepOptions { Key = {|AGT4009:DateTime.UtcNow|}.ToString() });
        await ctx.StepAsync({|AGT4009:string.Concat|}("p-", order.Total), () => { });
        var name = $"q-{{|AGT4009:order.Total|}}";
        await ctx.StepAsync(name, () => { });
        var plain = $"r-{order.Id}";
        await ctx.StepAsync(plain, () => { });
        await ctx.SleepAsync(TimeSpan.FromSeconds(1), {|AGT4009:order.Id.ToUpper|}());
        await ctx.WaitForSignalAsync<int>("g", step: $"{{|AGT4009:Random.Shared|}.Next()}");
        await ctx.StepAsync($"h-{order.Id}-{order.Tier}-{order.Key}-{order.Express}-{order.Id.Length}-{'x'}", () => { });
        await ctx.StepAsync(FormattableString.Invariant($"i-{order.Total}"), () => { });
        await ctx.StepAsync("j", () => { }, new StepOptions { Key = order.Placed.ToString("O") });
        await ctx.StepAsync("k", () => { }, new StepOptions { Key = order.Total.ToString(CultureInfo.InvariantCulture) });
        await ctx.StepAsync(string.Create(CultureInfo.InvariantCulture, $"l-{order.Weight}"), () => { });
        await ctx.StepAsync($"m-{order.Placed:O}-{order.Id.ToUpperInvariant()}-{ctx.NewGuid()}", () => { });
        await ctx.StepAsync("n", () => $"{order.Total}{order.Id.GetHashCode()}");
        await ctx.RunAgentAsync("billing", $"{order.Total}", new() { Key = $"s-{{|AGT4009:order.Total|}}" });
        await ctx.RunAgentAsync("billing", $"{order.Total}", new AgentCallOptions { SessionId = $"{{|AGT4009:order.Total|}}", Key = $"t-{order.Id}" });
    }

    [Agent]
    public static async Task<string> Talk(AgentContext ctx, Order order)
    {
        await ctx.CallModelAsync([], key: $"a-{{|AGT4009:DateTime.UtcNow|}:O}");
        await ctx.CallModelAsync([], key: $"b-{{|AGT4009:order.Total|}}");
        await ctx.CallModelAsync([], key: $"c-{order.Id}");
        ctx.Set($"d-{order.Total}", 1);
        return await ctx.RunAsync($"What does {order.Total} buy?");
    }
}
