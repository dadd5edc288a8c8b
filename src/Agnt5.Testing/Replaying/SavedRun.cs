using System.Text.Json;

namespace Agnt5.Testing.Replaying;

/// <summary>A run as a file: what went to its endpoint and came back, slice by slice.</summary>
internal sealed record SavedRun
{
    public required string Format { get; init; }

    public required string RunId { get; init; }

    public required string ComponentType { get; init; }

    public required string ComponentName { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<SavedSlice> Slices { get; init; }

    /// <summary>The run as people read it. Nothing depends on it.</summary>
    public required IReadOnlyList<string> Timeline { get; init; }
}

/// <summary>One slice of a saved run.</summary>
internal sealed record SavedSlice
{
    public required int Number { get; init; }

    /// <summary>When it began, Unix ms.</summary>
    public required long AtMs { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The request's body (protocol section 4).</summary>
    public required JsonElement Request { get; init; }

    /// <summary>The checkpoint of the response, or <see langword="null"/> for none.</summary>
    public JsonElement? Checkpoint { get; init; }

    /// <summary>How the slice ended, as a person reads it.</summary>
    public required string Outcome { get; init; }

    /// <summary>Whether today's code must come to the same end: not after a failure, which is tried again.</summary>
    public bool IsReplayed { get; init; }
}
