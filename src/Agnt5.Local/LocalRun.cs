using System.Text.Json;

namespace Agnt5.Local;

/// <summary>A run as it was when it was asked for.</summary>
public sealed class LocalRun
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The kind of component that runs.</summary>
    public required ComponentType ComponentType { get; init; }

    /// <summary>The component's name on the wire.</summary>
    public required string ComponentName { get; init; }

    /// <summary>Where the run is.</summary>
    public required LocalRunStatus Status { get; init; }

    /// <summary>The output of a completed run, or <see langword="null"/> where there is none.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>The error's code of a run that failed or was cancelled, or <see langword="null"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error's message of a run that failed or was cancelled, or <see langword="null"/>.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What a paused run asks a person, or <see langword="null"/>.</summary>
    public string? Question { get; init; }

    /// <summary>When the run was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its component began, or <see langword="null"/>.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, or <see langword="null"/>.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
