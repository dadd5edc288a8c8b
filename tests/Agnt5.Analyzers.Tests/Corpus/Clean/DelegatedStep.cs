// A helper that takes a delegate and runs it as a step: what the delegate does happens in the step (after samples of Restate).
using System.Diagnostics;

public sealed record Charge(string Customer, int Cents);

public sealed record ChargeReceipt(Guid Id, DateTime At, long TookMs);

public interface IGateway
{
    Task ChargeAsync(Guid id, string customer, int cents, CancellationToken cancellationToken);
}

public sealed class DelegatedStep(IGateway gateway)
{
    /// <summary>Charges a customer and writes the receipt.</summary>
    [Workflow]
    public async Task<ChargeReceipt> ChargeCustomer(WorkflowContext ctx, Charge charge)
    {
        var receipt = await OnceAsync(ctx, "charge", async ct =>
        {
            var watch = Stopwatch.StartNew();
            var id = Guid.NewGuid();
            await gateway.ChargeAsync(id, charge.Customer, charge.Cents, ct).ConfigureAwait(false);
            return new ChargeReceipt(id, DateTime.UtcNow, watch.ElapsedMilliseconds);
        });

        await OnceAsync(ctx, "archive", ct => WriteAsync(receipt, ct));
        return receipt;
    }

    private static Task<ChargeReceipt> OnceAsync(WorkflowContext ctx, string name, Func<CancellationToken, Task<ChargeReceipt>> body) =>
        ctx.StepAsync(name, body, new StepOptions { MaxAttempts = 5, Backoff = BackoffKind.Linear });

    private static async Task<ChargeReceipt> WriteAsync(ChargeReceipt receipt, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync($"/var/receipts/{receipt.Id}.txt", $"{receipt.At:O}", cancellationToken).ConfigureAwait(false);
        return receipt;
    }
}
