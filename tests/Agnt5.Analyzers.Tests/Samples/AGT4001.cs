using System.Diagnostics;

public interface IPrices
{
    decimal Today(string sku);
}

public sealed class Prices(TimeProvider time) : IPrices
{
    public decimal Today(string sku) => {|AGT4001:time.GetUtcNow|}().Hour < 12 ? 1 : 2;
}

public static class Times
{
    public static DateTimeOffset Deadline => {|AGT4001:DateTimeOffset.UtcNow|}.AddDays(1);

    public static int Unused() => DateTime.Now.Year;
}

public sealed class Orders(IPrices prices)
{
    [Workflow]
    public async Task<string> Approve(WorkflowContext ctx, string sku)
    {
        var year = {|AGT4001:DateTime.Now|}.Year;
        var watch = {|AGT4001:Stopwatch.StartNew|}();
        Func<long> ticks = () => {|AGT4001:Environment.TickCount64|};
        var late = new[] { 1 }.Where(_ => {|AGT4001:DateTime.Today|}.Year > 2000);
        var stamp = ctx.UtcNow;
        var inStep = await ctx.StepAsync("now", () => DateTime.UtcNow);
        var again = await ctx.StepAsync("again", async _ =>
        {
            await Task.Yield();
            return Read().Ticks;
        });
        return $"{year}{watch.Elapsed}{ticks()}{late.Count()}{stamp}{inStep}{again}{prices.Today(sku)}{Times.Deadline}{Local()}{await Timed(ctx, () => DateTime.UtcNow.Ticks)}"
            + $"{new DateTime(2026, 1, 1)}{nameof(DateTime.Now)}";

        int Local() => {|AGT4001:DateTime.UtcNow|}.Day;
    }

    private static DateTime Read() => DateTime.UtcNow;

    // What the helper gets is the body of a step.
    private static Task<long> Timed(WorkflowContext ctx, Func<long> read) => ctx.StepAsync("timed", async _ =>
    {
        await Task.Yield();
        return read();
    });

    [Function]
    public static DateTime Now() => DateTime.Now;
}

public sealed class Desk
{
    [Agent(Model = "anthropic/claude", InstructionsMethod = nameof(Instructions))]
    public async Task<string> Answer(AgentContext ctx, string message)
    {
        var day = await ctx.StepAsync("day", () => DateTime.Today);
        return await ctx.RunAsync($"{message} {{|AGT4001:DateTime.Today|}} {day} {ctx.UtcNow}");
    }

    // It runs as a step.
    public static string Instructions() => $"Today is {DateTime.Today}.";

    public static Task<string> AskAsync(AgentContext ctx) => ctx.RunAsync($"What happened before {{|AGT4001:DateTime.UtcNow|}}?");
}
