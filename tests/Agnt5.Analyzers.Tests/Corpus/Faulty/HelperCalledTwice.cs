// A helper with a constant step name that is called twice (after samples of Durable Task).
public sealed record Move(string From, string To, int Cents);

public interface ILedger
{
    Task<int> BookAsync(string account, int cents, CancellationToken cancellationToken);
}

public sealed class HelperCalledTwice(ILedger ledger)
{
    /// <summary>Books a move in both accounts.</summary>
    [Workflow]
    public async Task<int> BookMove(WorkflowContext ctx, Move move)
    {
        var left = await BookAsync(ctx, move.From, -move.Cents);
        var right = await BookAsync(ctx, move.To, move.Cents);
        return left + right;
    }

    private Task<int> BookAsync(WorkflowContext ctx, string account, int cents) =>
        ctx.StepAsync({|AGT4007:"book"|}, ct => ledger.BookAsync(account, cents, ct));
}
