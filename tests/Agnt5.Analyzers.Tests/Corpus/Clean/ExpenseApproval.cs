// Approval that escalates from manager to finance (after samples of Cadence and Temporal).
public sealed record Expense(string Id, string Employee, decimal Amount, string Purpose);

public sealed record Decision(string ExpenseId, bool Approved, string By);

public interface ILedger
{
    Task ReimburseAsync(string expense, CancellationToken cancellationToken);
}

public sealed class ExpenseApproval(ILedger ledger)
{
    /// <summary>Asks for an approval and pays an expense back.</summary>
    [Workflow]
    public async Task<Decision> ApproveExpense(WorkflowContext ctx, Expense expense)
    {
        var decision = expense.Amount < 50 ? new(expense.Id, true, "policy") : await DecideAsync(ctx, expense);
        if (decision.Approved)
            await ctx.StepAsync("reimburse", ct => ledger.ReimburseAsync(expense.Id, ct), new StepOptions { MaxAttempts = 10 });

        await ctx.EmitAsync("expense.decided", decision);
        return decision;
    }

    private static async Task<Decision> DecideAsync(WorkflowContext ctx, Expense expense)
    {
        try
        {
            var answer = await ctx.AskAsync($"May {expense.Employee} spend {expense.Amount} on {expense.Purpose}?", Question.Approval, TimeSpan.FromDays(3));
            return new(expense.Id, answer == "approve", "manager");
        }
        catch (WaitTimeoutException)
        {
            var kind = Question.Select(new QuestionOption("pay", "Pay it"), new QuestionOption("refuse", "Refuse it")) with { Skippable = true };
            var answer = await ctx.AskAsync($"Nobody answered for expense {expense.Id}. What now?", kind);
            return new(expense.Id, answer is "pay", "finance");
        }
    }
}
