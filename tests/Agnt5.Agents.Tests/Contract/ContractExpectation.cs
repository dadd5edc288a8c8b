using System.Text.Json.Nodes;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>What a response must say. What is left out is not looked at.</summary>
public sealed record ContractExpectation
{
    public int Http { get; init; } = 200;

    public required string Status { get; init; }

    /// <summary>The whole output.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>What the output must hold, among other members.</summary>
    public JsonNode? OutputSubset { get; init; }

    public ContractError? Error { get; init; }

    /// <summary>What the run waits for: fields of the response.</summary>
    public JsonObject? Suspension { get; init; }

    /// <summary>The events of this slice, all of them and in order: each a type, or what the event must hold.</summary>
    public JsonArray? Events { get; init; }

    /// <summary>What the steps of the checkpoint must hold.</summary>
    public JsonObject? CheckpointSteps { get; init; }

    /// <summary>The messages of each session, as <c>role: content</c>.</summary>
    public Dictionary<string, IReadOnlyList<string>>? Sessions { get; init; }

    /// <summary>Fields that the response must not have, as paths: <c>output</c>, <c>checkpoint.steps.label</c>.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>What components really did in this slice, in any order.</summary>
    public IReadOnlyList<string>? Did { get; init; }

    /// <summary>For each call of the model in this slice, what it must have been told.</summary>
    public IReadOnlyList<string>? ModelHeard { get; init; }
}

/// <summary>A failure.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="MessageContains">What the message must say, among other words.</param>
/// <param name="Retryable">Whether AGNT5 may try again: <c>error.retryable</c> is missing then, and <c>false</c> otherwise.</param>
public sealed record ContractError(string Code, string MessageContains, bool Retryable);
