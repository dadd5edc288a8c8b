namespace Agnt5.Testing;

/// <summary>The ways in which <see cref="Explore"/> cuts a run.</summary>
[Flags]
public enum ExploreCuts
{
    /// <summary>No cuts: only the orders of parallel completions are explored.</summary>
    None = 0,

    /// <summary>A slice's time is over while a step runs: the step is recorded, and the next one runs in another slice, which replays all that came before.</summary>
    EndSlice = 1,

    /// <summary>A slice ends after a step, and its answer reaches nobody, as when the process dies: its steps run once more. A step may always run more than once.</summary>
    LoseAnswer = 2,

    /// <summary>All of them.</summary>
    All = EndSlice | LoseAnswer,
}
