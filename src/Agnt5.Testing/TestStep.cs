using System.Text.Json;

namespace Agnt5.Testing;

/// <summary>One attempt of a step that a run made. A step that was replayed from its record made none.</summary>
public sealed record TestStep
{
    /// <summary>The step's name, or <c>name:key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it ended, by the clock of the test.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The result as JSON, or <see langword="null"/> where it failed.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>What it failed with, or <see langword="null"/>. Of a deployed endpoint, attempts that failed are not known.</summary>
    public Exception? Failure { get; init; }
}
