namespace Agnt5.Endpoint.Tests.Components;

/// <summary>How a step of <see cref="Attempts"/> is retried and when it succeeds.</summary>
public sealed record AttemptPlan(int MaxAttempts, int InitialMs, int MaxMs, string Backoff, int SucceedsAt, bool OnlyTimeouts = false, bool IsFinal = false);

public sealed class Attempts(Gates gates, Notebook notebook)
{
    /// <summary>Fails until it succeeds. What it was called before counts too, over slices.</summary>
    [Workflow]
    public async Task<string> Flaky(WorkflowContext ctx, AttemptPlan plan)
    {
        try
        {
            return await ctx.StepAsync("charge:card", async () =>
            {
                notebook.Write("attempt");
                var attempt = notebook.Lines.Count;
                await ctx.EmitAsync("attempted", attempt);
                if (attempt >= plan.SucceedsAt)
                    return $"attempt {attempt}";
                throw plan.IsFinal ? new NonRetryableException("stolen card") : new InvalidOperationException($"attempt {attempt} failed");
            }, Options(plan));
        }
        catch (StepFailedException failure)
        {
            await ctx.StepAsync("compensate", static () => { });
            return $"failed: {failure.Message}";
        }
    }

    /// <summary>A step that fails because its connection breaks at the deadline.</summary>
    [Workflow]
    public async Task<string> BreaksAtTheDeadline(WorkflowContext ctx)
    {
        var options = new StepOptions { MaxAttempts = 3, InitialInterval = TimeSpan.FromSeconds(1) };
        try
        {
            return await ctx.StepAsync("charge", async ct =>
            {
                notebook.Write("attempt");
                if (notebook.Lines.Count > 1)
                    return "charged";
                await gates.PassAsync("charge", CancellationToken.None);
                throw new IOException("the connection broke");
            }, options);
        }
        catch (StepFailedException failure)
        {
            return failure.Message;
        }
    }

    [Workflow]
    public static async Task RetryWrongly(WorkflowContext ctx, string how) => await ctx.StepAsync("charge", static () => { }, how switch
    {
        "MaxAttempts" => new StepOptions { MaxAttempts = 0 },
        "InitialInterval" => new StepOptions { InitialInterval = TimeSpan.FromTicks(-1) },
        _ => new StepOptions { MaxInterval = TimeSpan.FromTicks(-1) },
    });

    private static StepOptions Options(AttemptPlan plan) => new()
    {
        MaxAttempts = plan.MaxAttempts,
        InitialInterval = TimeSpan.FromMilliseconds(plan.InitialMs),
        MaxInterval = TimeSpan.FromMilliseconds(plan.MaxMs),
        Backoff = Enum.Parse<BackoffKind>(plan.Backoff),
        RetryWhen = plan.OnlyTimeouts ? static failure => failure is TimeoutException : null,
    };
}
