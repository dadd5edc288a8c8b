namespace Agnt5.Durability.Tests.Platform;

/// <summary>The world of one invocation, as the workflows know it. Its executions end as the test says.</summary>
public sealed class World : IDisposable
{
    private readonly StagedRun _run;

    public World(Stage stage)
    {
        _run = stage.Run;
        _run.Enter();
    }

    /// <summary>Notes an action or observation of the workflow's own code.</summary>
    public void Note(string what) => _run.Note(what);

    /// <summary>Begins a step's body.</summary>
    public Execution Begin(string step) => _run.Begin(step);

    /// <summary>A task that a workflow awaits outside of steps, so it is not recorded.</summary>
    public Task AwaitForeignAsync(string name) => _run.BeginForeign(name).PassAsync(CancellationToken.None);

    public void Dispose() => _run.Leave();
}
