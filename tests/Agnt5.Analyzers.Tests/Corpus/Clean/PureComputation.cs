// Plain computing between steps: bounded loops, records, LINQ (after samples of AWS Step Functions).
public sealed record Line(string Article, int Count, decimal Price);

public sealed record Basket(string Id, List<Line> Lines, string? Voucher);

public sealed record Invoice(string BasketId, decimal Net, decimal Tax, decimal Gross, string CheckDigit);

public interface IInvoices
{
    Task StoreAsync(Invoice invoice, CancellationToken cancellationToken);
}

public sealed class PureComputation(IInvoices invoices)
{
    /// <summary>Writes the invoice of a basket.</summary>
    [Workflow]
    public async Task<Invoice> WriteInvoice(WorkflowContext ctx, Basket basket)
    {
        var net = 0m;
        foreach (var line in basket.Lines)
            net += line.Count * line.Price;
        if (basket.Voucher is { Length: > 0 })
            net -= net * 0.1m;

        var tax = Math.Round(net * 0.19m, 2, MidpointRounding.ToEven);
        var invoice = new Invoice(basket.Id, net, tax, net + tax, CheckDigit(basket.Id));
        await ctx.StepAsync("store", ct => invoices.StoreAsync(invoice, ct), new StepOptions { Key = basket.Id });
        return invoice;
    }

    private static string CheckDigit(string text)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++)
            sum += (i < text.Length ? text[i] : '0') * (i % 2 == 0 ? 3 : 1);
        return (sum % 10).ToString();
    }
}
