namespace Agnt5.Testing;

/// <summary>Starts a run and waits for it in one line: <c>await agnt5.AddTax(10m).OutputAsync()</c>.</summary>
public static class TestRunExtensions
{
    /// <inheritdoc cref="TestRun{TOutput}.OutputAsync"/>
    /// <param name="started">The start of the run.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<TOutput> OutputAsync<TOutput>(this Task<TestRun<TOutput>> started, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(started);
        return await (await started.ConfigureAwait(false)).OutputAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="TestRun{TOutput}.RunToEndAsync"/>
    /// <param name="started">The start of the run.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<TOutput> RunToEndAsync<TOutput>(this Task<TestRun<TOutput>> started, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(started);
        return await (await started.ConfigureAwait(false)).RunToEndAsync(cancellationToken).ConfigureAwait(false);
    }
}
