namespace Agnt5.Local.Engine;

/// <summary>One event in the journal of a run, in the form of the gateway's <c>GET /v1/runs/{id}/events</c>.</summary>
internal sealed record JournalEntry
{
    /// <summary>The event's place in the run's journal, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The type, for example <c>run.started</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>When the engine wrote it, Unix ms.</summary>
    public required long AtMs { get; init; }

    /// <summary>The data as UTF-8 JSON. Empty for none.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Value;

    /// <summary>The step that emitted it, for events of the endpoint.</summary>
    public string? StepKey { get; init; }
}
