using System.Text.Json.Nodes;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>One run as AGNT5 drives it: each slice gets the checkpoint of the one before.</summary>
public sealed class WorkflowRun(DurableEndpoint endpoint, string type, string component, string input)
{
    public const string RunId = "run-1";

    /// <summary>The records: the steps of the latest checkpoint, which a test may also write by hand.</summary>
    public JsonObject Recorded { get; set; } = [];

    /// <summary>The attempt of the run that the next slice belongs to.</summary>
    public int Attempt { get; set; }

    /// <summary>Invokes the component once more.</summary>
    /// <param name="metadata">What woke the run, as a JSON object.</param>
    /// <param name="budget">The budget, as a JSON object.</param>
    public async Task<Answer> SliceAsync(string metadata = "{}", string budget = "{}")
    {
        var answer = await endpoint.InvokeAsync($$"""
            {"component_type":"{{type}}","component_name":"{{component}}","run_id":"{{RunId}}","attempt":{{Attempt}},"input":{{input}},
             "metadata":{{metadata}},"budget":{{budget}},"checkpoint":{"steps":{{Recorded.ToJsonString()}} } }
            """);
        if (answer.Json["checkpoint"]?["steps"] is JsonObject steps)
            Recorded = steps.DeepClone().AsObject();
        return answer;
    }

    /// <summary>Invokes the component with a deadline.</summary>
    /// <param name="inMs">Milliseconds from now until the deadline.</param>
    /// <param name="yieldBeforeMs">How long before it the run should yield.</param>
    public Task<Answer> SliceUntilAsync(long inMs, long yieldBeforeMs = 0) =>
        SliceAsync(budget: $$"""{"deadline_ms":{{endpoint.Time.NowMs + inMs}},"yield_before_timeout_ms":{{yieldBeforeMs}}}""");

    public WorkflowRun From(string recorded)
    {
        Recorded = JsonNode.Parse(recorded)!.AsObject();
        return this;
    }

    /// <summary>Exactly this is recorded.</summary>
    public void MustHaveRecorded(string steps) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(steps), Recorded), $"Expected the records {steps}, got {Recorded.ToJsonString()}");
}
