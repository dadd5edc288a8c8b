using System.Text.Json.Nodes;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>The expected response. Parts that are left out are not checked.</summary>
public sealed record ContractExpectation
{
    public int Http { get; init; } = 200;

    public required string Status { get; init; }

    /// <summary>The whole output.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>Members that the output must have, among others.</summary>
    public JsonNode? OutputSubset { get; init; }

    public ContractError? Error { get; init; }

    /// <summary>The run's wait: fields of the response.</summary>
    public JsonObject? Suspension { get; init; }

    /// <summary>The events of this slice, all of them and in order: each a type, or members that the event must have.</summary>
    public JsonArray? Events { get; init; }

    /// <summary>Entries that the steps of the checkpoint must have.</summary>
    public JsonObject? CheckpointSteps { get; init; }

    /// <summary>The messages of each session, as <c>role: content</c>.</summary>
    public Dictionary<string, IReadOnlyList<string>>? Sessions { get; init; }

    /// <summary>Fields that the response must not have, as paths: <c>output</c>, <c>checkpoint.steps.label</c>.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The components' real executions in this slice, in any order.</summary>
    public IReadOnlyList<string>? Did { get; init; }

    /// <summary>For each call of the model in this slice, texts that its request must have.</summary>
    public IReadOnlyList<string>? ModelHeard { get; init; }
}

/// <summary>A failure.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="MessageContains">What the message must say, among other words.</param>
/// <param name="Retryable">Whether AGNT5 may try again: <c>error.retryable</c> is missing then, and <c>false</c> otherwise.</param>
public sealed record ContractError(string Code, string MessageContains, bool Retryable);
