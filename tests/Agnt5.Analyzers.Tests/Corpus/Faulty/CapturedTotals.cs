// Variables of the body written in step bodies (after samples of DBOS and Durable Task).
public sealed record Audit(List<string> Accounts);

public sealed record AuditReport(int Checked, decimal Total, string? Last);

public interface IBooks
{
    Task<decimal> BalanceAsync(string account, CancellationToken cancellationToken);
}

public sealed class CapturedTotals(IBooks books)
{
    /// <summary>Sums up accounts.</summary>
    [Workflow]
    public async Task<AuditReport> CheckAccounts(WorkflowContext ctx, Audit audit)
    {
        var total = 0m;
        var seen = 0;
        string? last = null;
        foreach (var account in audit.Accounts)
        {
            await ctx.StepAsync("balance", async ct =>
            {
                var balance = await books.BalanceAsync(account, ct);
                {|AGT4017:total += balance|};
                {|AGT4017:last = account|};
            }, new StepOptions { Key = account });
            seen++;
        }

        return new(seen, total, last);
    }
}
