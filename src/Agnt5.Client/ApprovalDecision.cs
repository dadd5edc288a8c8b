using System.Text.Json;

namespace Agnt5;

/// <summary>What is kept of an approval or a rejection.</summary>
public sealed record ApprovalDecision
{
    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>What the run gets with it. Default: nothing.</summary>
    public JsonElement Payload { get; init; }
}
