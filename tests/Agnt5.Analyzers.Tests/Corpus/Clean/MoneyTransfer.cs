// Money transfer with a refund when the deposit fails (after samples of Temporal).
using Microsoft.Extensions.Logging;

public sealed record Payment(string Source, string Target, int Cents, string Reference);

public sealed record Transfer(string WithdrawId, string DepositId);

public sealed class UnknownAccountException(string account) : NonRetryableException($"There is no account {account}.");

public interface IBank
{
    Task<string> WithdrawAsync(string account, int cents, string reference, CancellationToken cancellationToken);

    Task<string> DepositAsync(string account, int cents, string reference, CancellationToken cancellationToken);
}

public sealed class MoneyTransfer(IBank bank)
{
    /// <summary>Moves money between two accounts; what was withdrawn and cannot be deposited goes back.</summary>
    [Workflow, Retries(5)]
    public async Task<Transfer> TransferMoney(WorkflowContext ctx, Payment payment)
    {
        var retries = new StepOptions
        {
            MaxAttempts = 100,
            InitialInterval = TimeSpan.FromSeconds(1),
            MaxInterval = TimeSpan.FromSeconds(100),
            RetryWhen = static exception => exception is not UnknownAccountException,
        };

        var withdrawal = await ctx.StepAsync(
            "withdraw",
            ct => bank.WithdrawAsync(payment.Source, payment.Cents, $"{payment.Reference}-withdraw", ct),
            retries);
        try
        {
            var deposit = await ctx.StepAsync(
                "deposit",
                ct => bank.DepositAsync(payment.Target, payment.Cents, $"{payment.Reference}-deposit", ct),
                retries);
            return new(withdrawal, deposit);
        }
        catch (StepFailedException failure)
        {
            ctx.Logger.LogWarning(failure, "The deposit failed; {Cents} cents go back to {Source}", payment.Cents, payment.Source);
            await ctx.StepAsync("refund", ct => bank.DepositAsync(payment.Source, payment.Cents, $"{payment.Reference}-refund", ct), retries);
            throw new NonRetryableException($"The deposit to {payment.Target} failed; the money is back at {payment.Source}.", failure);
        }
    }
}
