using Agnt5.Testing.Recording;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing;

/// <summary>
/// Runs that the test holds within a step, before its body: they are at work for everybody else, such as a run that waits for their concurrency. A held run counts as being at rest.
/// <see cref="Release"/> or disposing it lets them go on.
/// </summary>
public sealed class HeldStep : IDisposable
{
    private readonly StepHold _hold;
    private readonly TestHost _host;

    internal HeldStep(StepHold hold, TestHost host) => (_hold, _host) = (hold, host);

    /// <summary>The runs that are held.</summary>
    public IReadOnlyList<TestRun> Runs => [.. _host.Records.RunsHeldIn(key => StepPlans.Means(_hold.Step, key)).Select(runId => TestRun.Of(runId, _host))];

    /// <summary>Waits until a run has come to the step.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The runs that are held.</returns>
    /// <exception cref="Agnt5TestException">All is at rest, and no run is held.</exception>
    public async Task<IReadOnlyList<TestRun>> WaitAsync(CancellationToken cancellationToken = default)
    {
        await _host.RestAsync(cancellationToken).ConfigureAwait(false);
        return Runs is { Count: > 0 } runs ? runs : throw new Agnt5TestException($"No run has come to step '{_hold.Step}', and nothing happens any more without the test.");
    }

    /// <summary>Lets the held runs go on, and holds none any more.</summary>
    public void Release() => _hold.Release();

    /// <inheritdoc cref="Release"/>
    public void Dispose() => Release();
}
