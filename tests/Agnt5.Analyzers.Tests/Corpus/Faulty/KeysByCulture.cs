// Names and keys made of money, dates and hash codes (after samples of Hatchet and Dapr Workflow).
public sealed record Bill(string Customer, decimal Amount, DateOnly Due);

public interface IBilling
{
    Task SendAsync(string customer, decimal amount, CancellationToken cancellationToken);

    Task RemindAsync(string customer, DateOnly due, CancellationToken cancellationToken);
}

public sealed class KeysByCulture(IBilling billing)
{
    /// <summary>Sends a bill and a reminder.</summary>
    [Workflow]
    public async Task SendBill(WorkflowContext ctx, Bill bill)
    {
        await ctx.StepAsync({|AGT4009:$"send_{bill.Amount}"|}, ct => billing.SendAsync(bill.Customer, bill.Amount, ct));
        await ctx.SleepAsync(TimeSpan.FromDays(14), {|AGT4009:$"until_{bill.Due}"|});
        await ctx.StepAsync(
            "remind",
            ct => billing.RemindAsync(bill.Customer, bill.Due, ct),
            new StepOptions { Key = {|AGT4009:bill.Due.ToString()|} });
        var day = bill.Due.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await ctx.StepAsync($"thank_{day}-{bill.Customer}", () => Console.WriteLine("Thank you"));
        await ctx.StepAsync("archive", () => Console.WriteLine(bill), new StepOptions { Key = {|AGT4009:$"{bill.Customer.GetHashCode()}"|} });
    }
}
