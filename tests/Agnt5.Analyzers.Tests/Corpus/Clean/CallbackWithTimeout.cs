// A callback from an outside system, with a deadline (after samples of AWS Lambda durable functions).
public sealed record LoanApplication(string Applicant, decimal Amount);

public sealed record CreditReport(int Score);

public sealed record LoanDecision(bool Granted, string Reason);

public interface IBureau
{
    Task RequestAsync(string applicant, string callbackRun, CancellationToken cancellationToken);
}

public sealed class CallbackWithTimeout(IBureau bureau)
{
    /// <summary>Decides on a loan once the credit bureau has called back.</summary>
    [Workflow]
    public async Task<LoanDecision> DecideLoan(WorkflowContext ctx, LoanApplication application)
    {
        await ctx.StepAsync("request_report", ct => bureau.RequestAsync(application.Applicant, ctx.RunId, ct));

        CreditReport report;
        try
        {
            report = await ctx.WaitForSignalAsync<CreditReport>("credit_report", timeout: TimeSpan.FromHours(24));
        }
        catch (WaitTimeoutException)
        {
            return new(false, "no report");
        }

        return Score(report, application) switch
        {
            >= 700 => new(true, "good score"),
            >= 600 when application.Amount < 10_000 => new(true, "small loan"),
            var score => new(false, $"score {score}"),
        };
    }

    private static int Score(CreditReport report, LoanApplication application) => report.Score - (application.Amount > 100_000 ? 50 : 0);
}
