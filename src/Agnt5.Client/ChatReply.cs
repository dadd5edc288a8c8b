using System.Text.Json;

namespace Agnt5;

/// <summary>What an agent answered.</summary>
public sealed record ChatReply
{
    /// <summary>The answer as text, or <see langword="null"/> where it is none.</summary>
    public string? Text { get; init; }

    /// <summary>The run that made it.</summary>
    public string? RunId { get; init; }

    /// <summary>The conversation, to go on with (<see cref="RunOptions.SessionId"/>).</summary>
    public string? SessionId { get; init; }

    /// <summary>How far the run had come: an agent that waits for an approval has not answered yet.</summary>
    public RunStatus Status { get; init; }

    /// <summary>All that the gateway answered.</summary>
    public JsonElement Json { get; init; }
}
