using System.Text.Json;
using Agnt5.Client.Wire;

namespace Agnt5;

/// <summary>Something that happened in a run: <c>run.started</c>, <c>workflow.paused</c>, <c>output.delta</c>.</summary>
public sealed record RunEvent
{
    /// <summary>What happened.</summary>
    public required string Type { get; init; }

    /// <summary>The run, where the event names it.</summary>
    public string? RunId { get; init; }

    /// <summary>What came with it: any JSON, or <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonElement Data { get; init; }

    /// <summary>What is said about it: an object, or <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonElement Metadata { get; init; }

    /// <summary>The step that it belongs to.</summary>
    public string? StepKey { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Its place in the run. Events that are not kept have none.</summary>
    public long? Sequence { get; init; }

    /// <summary>The piece of output that an <c>output.delta</c> brings, or <see langword="null"/>.</summary>
    public JsonElement? Delta => EventReader.DeltaOf(this);

    /// <summary>The same as text, if it is one.</summary>
    public string? Text => Delta is { ValueKind: JsonValueKind.String } delta ? AnyText.Of(delta) : null;
}
