namespace Agnt5;

/// <summary>What is asked of a run in the same breath as it is started.</summary>
public static class RunHandleExtensions
{
    /// <summary>Waits for the output of a run that is being started: <c>await client.PlaceOrder(order).OutputAsync()</c>.</summary>
    /// <param name="run">The run that is being started.</param>
    /// <param name="timeout">How long to wait for its end. Default: as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run could not be started or did not end well; the wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>); or a call went wrong.</exception>
    public static async Task<T> OutputAsync<T>(this Task<RunHandle<T>> run, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return await (await run.ConfigureAwait(false)).WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
    }
}
