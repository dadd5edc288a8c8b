using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>One slice of a played run.</summary>
/// <param name="at">What the clock showed.</param>
/// <param name="begins">Why it began, in words.</param>
internal sealed class PlayedSlice(DateTimeOffset at, string begins)
{
    public DateTimeOffset At => at;

    public string Begins => begins;

    /// <summary>Whether no step may run, because all is recorded.</summary>
    public bool IsReplay { get; init; }

    /// <summary>The attempts of steps that ended, in order.</summary>
    public List<PlayedStep> Steps { get; } = [];

    /// <summary>How it was cut.</summary>
    public CutKind Cut { get; set; }

    /// <summary>The step at which it was cut, or <see langword="null"/> for a slice without steps.</summary>
    public string? CutAt { get; set; }

    /// <summary>Steps that were let through before others that ran beside them, with those.</summary>
    public List<string> Overtakings { get; } = [];

    /// <summary>The steps that waited beside others, so that the order decided which one goes on.</summary>
    public HashSet<string> SideBySide { get; } = new(StringComparer.Ordinal);

    /// <summary>The records that the code did not ask for.</summary>
    public IReadOnlyList<string> Unused { get; set; } = [];

    /// <summary>The steps that a replay wanted to run.</summary>
    public List<string> Wanted { get; } = [];

    /// <summary>What it answered.</summary>
    public SliceAnswer? Answer { get; set; }

    public bool IsLost => Cut == CutKind.LoseAnswer;
}

/// <summary>An attempt of a step that ran.</summary>
/// <param name="Key">The step's key, as the user knows it.</param>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Result">The result as JSON; empty for a failure.</param>
/// <param name="Failure">What it failed with, or <see langword="null"/>.</param>
internal sealed record PlayedStep(string Key, int Attempt, ReadOnlyMemory<byte> Result, Exception? Failure)
{
    /// <summary>Whether an agent made it. Such a record is gone once the run has completed.</summary>
    public bool IsOfAgent { get; init; }

    /// <summary>Whether two attempts came out alike.</summary>
    public bool IsLike(PlayedStep other) => Failure is null && other.Failure is null
        ? Result.Span.SequenceEqual(other.Result.Span)
        : Failure is not null && other.Failure is not null && Failure.GetType() == other.Failure.GetType() && Failure.Message == other.Failure.Message;
}
