using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>One case of <c>Contract/Cases</c>: a component, how AGNT5 drives it, and what must come back.</summary>
public sealed record ContractCase : ContractSlice
{
    // An unknown member is a typo, and would check nothing.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyDictionary<string, ContractCase> All { get; } = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Contract", "Cases"), "*.json")
        .Order(StringComparer.Ordinal)
        .SelectMany(static file => JsonSerializer.Deserialize<IReadOnlyList<ContractCase>>(File.ReadAllText(file), Json)!)
        .ToDictionary(static contract => contract.Id, StringComparer.Ordinal);

    public required string Id { get; init; }

    /// <summary>The loss for a user if the case did not hold.</summary>
    public required string Says { get; init; }

    public required string Component { get; init; }

    public required string Type { get; init; }

    /// <summary>The replies of an agent's model, call by call.</summary>
    public IReadOnlyList<ContractReply> Model { get; init; } = [];

    public bool IsStreaming { get; init; }

    /// <summary>Records from before the first slice, for example of an earlier version of the component.</summary>
    public JsonObject? Checkpoint { get; init; }

    public IReadOnlyList<ContractResume> ResumeSteps { get; init; } = [];
}

/// <summary>One request, and the response that it must get.</summary>
public record ContractSlice
{
    /// <summary>The component's input. A resume gets the input of the slice before, unless it sets a different one.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>The cause of the wake-up.</summary>
    public JsonObject Metadata { get; init; } = [];

    public int Attempt { get; init; }

    /// <summary>Whether the budget is nearly spent, so that no more than one step runs.</summary>
    public bool IsCutAfterAStep { get; init; }

    public required ContractExpectation Expect { get; init; }
}

/// <summary>A further request of the run, with the checkpoint of the last response.</summary>
public sealed record ContractResume : ContractSlice
{
    /// <summary>The time since the last response.</summary>
    public long AfterMs { get; init; }

    /// <summary>Whether AGNT5 never got the last response, so that it sends the previous request again.</summary>
    public bool IsLastResponseLost { get; init; }

    /// <summary>Whether a new run begins here, with the sessions of the last one.</summary>
    public bool IsNewRun { get; init; }
}

/// <summary>One reply of the model: words, calls of tools, or a failure.</summary>
public sealed record ContractReply(string? Says, IReadOnlyList<ContractToolCall>? Calls, string? Fails);

/// <summary>A call that the model asks for.</summary>
public sealed record ContractToolCall(string Tool, Dictionary<string, JsonElement>? Arguments);
