// One signal raced against one durable timer (after samples of Temporal).
public sealed record Reservation(string Table, string Guest);

public sealed record Confirmed(string By);

public static class SignalAgainstTimer
{
    /// <summary>Keeps a table until the guest confirms, or for two hours.</summary>
    [Workflow]
    public static async Task<string> HoldTable(WorkflowContext ctx, Reservation reservation)
    {
        var confirmed = ctx.WaitForSignalAsync<Confirmed>("confirmed");
        var expired = ctx.SleepAsync(TimeSpan.FromHours(2), "hold");
        var first = await Task.WhenAny(confirmed, expired);
        if (first == confirmed)
        {
            var answer = await confirmed;
            await ctx.EmitAsync("table.confirmed", answer);
            return $"{reservation.Table} is kept for {answer.By}";
        }

        return $"{reservation.Table} is free again";
    }
}
