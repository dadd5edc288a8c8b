using System.Text.Json;

namespace Agnt5.Testing;

/// <summary>An event in a run's journal, as the gateway gives it: the component's own, and those of AGNT5 such as <c>run.started</c>.</summary>
public sealed record TestEvent
{
    /// <summary>The event's place in the journal, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its type, for example <c>workflow.paused</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it was written, by the clock of the test.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its data, or <see langword="null"/> for none.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Its metadata.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The step that emitted it, or <see langword="null"/>.</summary>
    public string? StepKey { get; init; }
}
