// Steps raced with WhenAny; the order of their completion is recorded (after samples of Durable Task).
public sealed record Inquiry(string Article, List<string> Suppliers);

public sealed record Offer(string Supplier, int Cents);

public interface ISuppliers
{
    Task<Offer> AskAsync(string supplier, string article, CancellationToken cancellationToken);
}

public sealed class FastestOffer(ISuppliers suppliers)
{
    /// <summary>Takes the best of the first two offers.</summary>
    [Workflow]
    public async Task<Offer?> FindOffer(WorkflowContext ctx, Inquiry inquiry)
    {
        var pending = new List<Task<Offer>>();
        foreach (var supplier in inquiry.Suppliers)
            pending.Add(ctx.StepAsync("ask", ct => suppliers.AskAsync(supplier, inquiry.Article, ct), new StepOptions { Key = supplier }));

        Offer? best = null;
        for (var taken = 0; taken < 2 && pending.Count > 0; taken++)
        {
            var first = await Task.WhenAny(pending);
            pending.Remove(first);
            var offer = await first;
            if (best is null || offer.Cents < best.Cents)
                best = offer;
        }

        await Task.WhenAll(pending);
        return best;
    }
}
