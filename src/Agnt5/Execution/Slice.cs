using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>Runs one slice of a component, from its input to its outcome. No exception of the component passes this point.</summary>
internal static class Slice
{
    public static async ValueTask<Outcome> RunAsync(Invocation invocation)
    {
        try
        {
            if (invocation.Body is { } body)
            {
                using var slice = new WorkflowSlice(invocation, body);
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

    // Any exception counts once the time is up: libraries throw different exceptions for a cancelled call. An input that does not bind was refused before.
    private static bool WasCutByDeadline(Invocation invocation, Exception exception) => invocation.Cancellation.DeadlineHasPassed && exception is not InputInvalidException;

    private static async ValueTask<Outcome> CallAsync(Invocation invocation)
    {
        if (!invocation.Cancellation.HasDeadline)
        {
            await invocation.Component.InvokeAsync(invocation).ConfigureAwait(false);
            return Outcome.Completed;
        }

        // On a separate thread, where there is one: a thread that the component blocks could not write the response.
        var running = OperatingSystem.IsBrowser()
            ? invocation.Component.InvokeAsync(invocation).AsTask()
            : Task.Run(() => invocation.Component.InvokeAsync(invocation).AsTask(), invocation.CancellationToken);
        if (await EndsInTimeAsync(running, invocation).ConfigureAwait(false))
        {
            await running.ConfigureAwait(false);
            return Outcome.Completed;
        }

        Exception cut = invocation.Cancellation.DeadlineHasPassed
            ? DeadlineExceededException.OfCall(invocation.Component.Name)
            : new OperationCanceledException(invocation.CancellationToken);
        return Outcome.Failed(cut) with { Lingering = running };
    }

    private static async ValueTask<bool> EndsInTimeAsync(Task running, Invocation invocation)
    {
        var isOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var grace = new GraceTimer(invocation.Time, () =>
        {
            isOver.TrySetResult();
            return true;
        });
        // The timer learns of the deadline before the component, whose callbacks may block. It does not learn of a deadline that has passed in the meantime.
        invocation.Cancellation.OnDeadline = grace.Begin;
        using var cut = invocation.CancellationToken.UnsafeRegister(static grace => ((GraceTimer)grace!).Begin(), grace);
        return ReferenceEquals(await Task.WhenAny(running, isOver.Task).ConfigureAwait(false), running);
    }
}
