using System.Text.Json;

namespace Agnt5;

/// <summary>A run as it was when the gateway stopped waiting for it: completed, paused, or at work still.</summary>
/// <typeparam name="T">The output's type; <see cref="JsonElement"/> where it is untyped.</typeparam>
public sealed class RunResult<T>
{
    private readonly T _output;

    internal RunResult(RunHandle<T> run, RunInfo info, T output)
    {
        Run = run;
        Info = info;
        _output = output;
    }

    /// <summary>The run, to wait for, follow and answer.</summary>
    public RunHandle<T> Run { get; }

    /// <summary>All that the gateway said about it.</summary>
    public RunInfo Info { get; }

    /// <summary>How far it had come.</summary>
    public RunStatus Status => Info.Status;

    /// <summary>Whether it completed, so that it has an output.</summary>
    public bool IsCompleted => Status == RunStatus.Completed;

    /// <summary>The output.</summary>
    /// <exception cref="Agnt5Exception">The run has not completed (<see cref="Agnt5ClientErrors.NotCompleted"/>).</exception>
    public T Output => IsCompleted ? _output : throw new Agnt5Exception(
        Agnt5ClientErrors.NotCompleted,
        $"The run {Run.Id} has no output yet: it is {Status}.",
        Status == RunStatus.Paused
            ? "It waits for an answer, a signal or a time. Wait for its end with Run.WaitAsync(), and answer with Run.AnswerAsync()."
            : "Wait for its end with Run.WaitAsync().") { RunId = Run.Id };
}
