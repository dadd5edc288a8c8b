using System.Text.Json.Nodes;

namespace Agnt5.Agents.Tests.Hosting;

/// <summary>One run as AGNT5 drives it: each slice gets the checkpoint of the one before.</summary>
public sealed class AgentRun(AgentEndpoint endpoint, string type, string component, JsonNode? input)
{
    private const int MostSlices = 100;

    /// <summary>The latest checkpoint.</summary>
    public JsonObject? Checkpoint { get; set; }

    public JsonObject Metadata { get; } = [];

    /// <summary>The attempt of the run that the next slice belongs to.</summary>
    public int Attempt { get; set; }

    public bool IsStreaming { get; set; }

    /// <summary>The types of all events that went out, in order.</summary>
    public List<string> Events { get; } = [];

    /// <summary>All events that went out, in order, as JSON.</summary>
    public List<string> EventTexts { get; } = [];

    /// <summary>The records of the latest checkpoint.</summary>
    public JsonObject Steps => Checkpoint?["steps"]?.AsObject() ?? [];

    /// <summary>The messages of a session, as <c>role: content</c>.</summary>
    public IEnumerable<string> Session(string id) =>
        Checkpoint!["agent_sessions"]![id]!["messages"]!.AsArray().Select(static message => $"{message!["role"]}: {message["content"]}");

    /// <summary>Invokes the component once more.</summary>
    /// <param name="metadata">What woke the run, beside <see cref="Metadata"/>.</param>
    /// <param name="deadlineInMs">Milliseconds until the deadline, or <see langword="null"/> for none.</param>
    /// <param name="yieldBeforeMs">How long before it the run yields.</param>
    /// <param name="cancellationToken">AGNT5 leaves when it fires.</param>
    public async Task<Answer> SliceAsync(string metadata = "{}", long? deadlineInMs = null, long yieldBeforeMs = 0, CancellationToken cancellationToken = default)
    {
        var given = JsonNode.Parse(metadata)!.AsObject();
        foreach (var (key, value) in Metadata)
            given[key] = value?.DeepClone();
        var answer = await endpoint.InvokeAsync(new JsonObject
        {
            ["component_type"] = type,
            ["component_name"] = component,
            ["run_id"] = "run-1",
            ["attempt"] = Attempt,
            ["is_streaming"] = IsStreaming,
            ["input"] = input?.DeepClone(),
            ["metadata"] = given,
            ["checkpoint"] = Checkpoint?.DeepClone(),
            ["budget"] = deadlineInMs is { } left ? new JsonObject { ["deadline_ms"] = endpoint.Time.NowMs + left, ["yield_before_timeout_ms"] = yieldBeforeMs } : null,
        }.ToJsonString(), cancellationToken);
        Checkpoint = answer.Json["checkpoint"]?.DeepClone().AsObject() ?? Checkpoint;
        Events.AddRange(answer.EventTypes);
        EventTexts.AddRange(answer.Json["events"]?.AsArray().Select(static emitted => emitted!["data"]?.ToJsonString() ?? "") ?? []);
        return answer;
    }

    /// <summary>Drives the run on budgets that are spent after each step, until it ends or waits for something else.</summary>
    public async Task<Answer> CutAfterEachStepAsync(string metadata = "{}")
    {
        for (var slice = 0; slice < MostSlices; slice++)
        {
            // Nearly spent from the beginning: one step may run, and the next one yields.
            var answer = await SliceAsync(metadata, deadlineInMs: 10_000, yieldBeforeMs: 10_000);
            if (answer.Json["reason"]?.GetValue<string>() != "budget")
                return answer;
        }

        throw new InvalidOperationException($"The run has no outcome after {MostSlices} slices.");
    }
}
