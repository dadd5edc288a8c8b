namespace Agnt5.Execution;

/// <summary>Runs one slice of a component: from its input to how it ended. Nothing that the component throws gets past here.</summary>
internal static class Slice
{
    public static async ValueTask<Outcome> RunAsync(Invocation invocation)
    {
        try
        {
            if (invocation.Component.Type is ComponentType.Workflow or ComponentType.Agent)
            {
                using var slice = new WorkflowSlice(invocation);
                return await slice.RunAsync().ConfigureAwait(false);
            }

            return await CallAsync(invocation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Outcome.Failed(WasCutByDeadline(invocation, exception) ? DeadlineExceededException.OfCall(invocation.Component.Name) : exception);
        }
        finally
        {
            invocation.Close();
        }
    }

    // Whatever running code throws once its time is up: libraries have exceptions of their own for a call that was cancelled. An input that does not bind was refused before.
    private static bool WasCutByDeadline(Invocation invocation, Exception exception) => invocation.Cancellation.DeadlineHasPassed && exception is not InputInvalidException;

    private static async ValueTask<Outcome> CallAsync(Invocation invocation)
    {
        if (invocation.Budget.Remaining is not { } remaining)
        {
            await invocation.Component.InvokeAsync(invocation).ConfigureAwait(false);
            return Outcome.Completed;
        }

        var running = invocation.Component.InvokeAsync(invocation).AsTask();
        if (!running.IsCompleted && !await EndsWithinAsync(running, remaining + DeadlineGrace.Length, invocation.Time).ConfigureAwait(false))
            return Outcome.Failed(DeadlineExceededException.OfCall(invocation.Component.Name)) with { Lingering = running };

        await running.ConfigureAwait(false);
        return Outcome.Completed;
    }

    private static async ValueTask<bool> EndsWithinAsync(Task running, TimeSpan limit, TimeProvider time)
    {
        using var over = new CancellationTokenSource();
        var ended = await Task.WhenAny(running, Task.Delay(limit, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        return ReferenceEquals(ended, running);
    }
}
