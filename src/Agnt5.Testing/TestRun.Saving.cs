using Agnt5.Testing.Replaying;

namespace Agnt5.Testing;

public partial class TestRun
{
    /// <summary>
    /// Saves the run as a file, for a test that replays it on later code (<see cref="LocalAgnt5.ReplayAsync"/>). The file is JSON that reads well in a diff. Inputs, results of steps, answers and
    /// payloads are in it word for word.
    /// </summary>
    /// <param name="path">The file. Its folder is made if there is none.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="Agnt5TestException">The component is no workflow.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        await Host.RestAsync(cancellationToken).ConfigureAwait(false);
        if (ComponentType != ComponentType.Workflow)
            throw new Agnt5TestException($"{ComponentName} is no workflow: nothing of it is replayed, so there is nothing to save.");
        await SavedRunJson.WriteAsync(RunFiles.Of(State, Host), path, cancellationToken).ConfigureAwait(false);
    }
}
