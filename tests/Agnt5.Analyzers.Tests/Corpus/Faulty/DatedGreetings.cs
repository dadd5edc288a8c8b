// A greeting with today's date, and a follow-up that is counted from now (after samples of Durable Task).
public sealed record Guest(string Name);

public sealed class DatedGreetings
{
    /// <summary>Greets a guest.</summary>
    [Workflow]
    public async Task<string> Greet(WorkflowContext ctx, Guest guest)
    {
        var today = {|AGT4001:DateTime.Now|};
        var greeting = await ctx.StepAsync("greet", () => $"Good {PartOfDay(today.Hour)}, {guest.Name}");
        var followUp = {|AGT4001:DateTimeOffset.UtcNow|}.AddDays(2);
        await ctx.SleepUntilAsync(followUp, "follow_up");
        return $"{greeting}, it is {{|AGT4001:DateTime.Today|}:yyyy-MM-dd}";
    }

    private static string PartOfDay(int hour) => hour < 12 ? "morning" : "evening";
}
