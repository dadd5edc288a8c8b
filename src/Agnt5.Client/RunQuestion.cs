using System.Text.Json;

namespace Agnt5;

/// <summary>A question that a run asks a person.</summary>
public sealed record RunQuestion
{
    /// <summary>The run that asks.</summary>
    public required string RunId { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>Which of the run's questions it is, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>What the run says about it, options too: an object.</summary>
    public JsonElement Metadata { get; init; }
}
