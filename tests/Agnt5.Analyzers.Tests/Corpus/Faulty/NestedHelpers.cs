// The clock and chance two calls away, in helpers of another class (after samples of Temporal and Dapr Workflow).
public sealed record Delivery(string Address);

public sealed record Slot(string Id, DateTime From, DateTime To);

public static class Calendar
{
    public static Slot Next(int days) => Between(Today().AddDays(days), TimeSpan.FromHours(4));

    private static DateTime Today() => {|AGT4001:DateTime.UtcNow|}.Date;

    private static Slot Between(DateTime from, TimeSpan length) => new(Ids.New("slot"), from, from + length);
}

public static class Ids
{
    public static string New(string prefix)
    {
        var id = {|AGT4002:Guid.NewGuid()|};
        return $"{prefix}-{id:N}";
    }

    public static string Unused() => Guid.NewGuid().ToString();
}

public sealed class NestedHelpers
{
    /// <summary>Offers a delivery slot.</summary>
    [Workflow]
    public async Task<Slot> OfferSlot(WorkflowContext ctx, Delivery delivery)
    {
        var slot = Calendar.Next(3);
        var answer = await ctx.AskAsync($"Deliver to {delivery.Address} on {slot.From:D}?", Question.Approval);
        return answer is "approve" ? slot : Calendar.Next(4);
    }
}
