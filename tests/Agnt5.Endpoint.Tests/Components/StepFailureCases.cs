namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Throws again when it is asked what happened.</summary>
public sealed class SilentException : Exception
{
    public override string Message => throw new InvalidOperationException("no comment");
}

public sealed class StepFailureCases(Notebook notebook)
{
    /// <summary>Catches a failure and is suspended.</summary>
    [Workflow]
    public async Task<string> FailThenNap(WorkflowContext ctx)
    {
        var told = "charged";
        try
        {
            await ChargeAsync(ctx);
        }
        catch (StepFailedException failure)
        {
            told = $"{failure.StepKey} {failure.ErrorType} {failure.Message} {failure.Is<TimeoutException>()} {failure.Is<SystemException>()} {failure.Is<ArgumentException>()}";
            notebook.Write(told);
        }

        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
        return told;
    }

    /// <summary>Fails with an exception that holds others, and is suspended.</summary>
    [Workflow]
    public static async Task<bool[]> FailInside(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("call", Task () => throw new HttpRequestException("no answer", new AggregateException(new TimeoutException(), new FileNotFoundException())));
            return [];
        }
        catch (StepFailedException failure) when (failure.Is<TimeoutException>())
        {
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
            return [failure.Is<HttpRequestException>(), failure.Is<IOException>(), failure.Is<Exception>(), failure.Is<StepFailedException>(), HoldsNothing(failure)];
        }
    }

    // Like code that does not know the type of its exception.
    private static bool HoldsNothing(Exception exception) => exception.InnerException is null;

    /// <summary>Is suspended while a failure was given to a branch that does nothing more.</summary>
    [Workflow]
    public async Task<string> FailBesideASignal(WorkflowContext ctx)
    {
        await Task.WhenAll(ChargeAsync(ctx), ctx.WaitForSignalAsync<string>("go"));
        return "never";
    }

    /// <summary>Tries one key until it succeeds.</summary>
    [Workflow]
    public async Task<string> TryAgainAndAgain(WorkflowContext ctx)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ctx.StepAsync("charge", () =>
                {
                    notebook.Write("charge");
                    return attempt < 3 ? throw new TimeoutException($"silence {attempt}") : $"charged at {attempt}";
                });
            }
            catch (StepFailedException)
            {
            }
        }
    }

    /// <summary>Compensates a failure and ends in one way or another.</summary>
    [Workflow]
    public async Task<string> Compensate(WorkflowContext ctx, string how)
    {
        var other = ctx.StepAsync("other", static () => 1);
        try
        {
            await ChargeAsync(ctx);
            return "charged";
        }
        catch (StepFailedException failure)
        {
            await other;
            if (how != "nothing")
                await ctx.StepAsync("refund", static () => { });
            await ctx.EmitAsync("compensated", how);
            throw how switch
            {
                "throws it again" => failure,
                "wraps it" => new InvalidOperationException("wrapped", new InvalidOperationException("twice", failure)),
                "gathers it" => new AggregateException(new InvalidOperationException("first"), failure),
                _ => new InvalidOperationException("its own"),
            };
        }
    }

    [Workflow]
    public static async Task<string> FailInSilence(WorkflowContext ctx, bool isCaught)
    {
        await ctx.StepAsync("before", static () => Task.Delay(1));
        try
        {
            await ctx.StepAsync("charge", Task () => throw new SilentException());
        }
        catch (StepFailedException) when (isCaught)
        {
            await ctx.StepAsync("after", static () => { });
        }

        return "done";
    }

    private Task ChargeAsync(WorkflowContext ctx) => ctx.StepAsync("charge", () =>
    {
        notebook.Write("charge");
        throw new TimeoutException("bank is silent");
    });
}
