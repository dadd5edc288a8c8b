using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Local.Tests.Conformance;

/// <summary>Compares what the gateway tells of a run with the recorded response to its last invoke.</summary>
internal static class RecordedOutcome
{
    /// <param name="response">The recorded response.</param>
    /// <param name="run">The run, as the gateway tells it.</param>
    /// <param name="events">What happened to it, as the gateway tells it.</param>
    public static void MustBe(JsonNode response, JsonElement run, JsonElement events)
    {
        var status = (string)response["status"]!;
        Assert.Equal(status == "suspended" ? "paused" : status, run.GetProperty("status").GetString());
        if (status == "completed")
            OutputMustBe(response["output"], run.TryGetProperty("output", out var output) ? JsonNode.Parse(output.GetRawText()) : null);
        else if (status == "failed")
            Assert.Equal((string)response["error"]!["code"]!, run.GetProperty("error_code").GetString());
        else
            PauseMustBe(response, events);
        EventsMustHold(response["events"]?.AsArray() ?? [], events);
    }

    private static void OutputMustBe(JsonNode? recorded, JsonNode? output) =>
        Assert.True(JsonNode.DeepEquals(recorded, Digested(recorded, output)), $"The output should be {recorded?.ToJsonString()}, and is {Start(output)}.");

    // A long text was recorded as its length and its hash.
    private static JsonNode? Digested(JsonNode? recorded, JsonNode? output) => (recorded, output) switch
    {
        (JsonObject digest, JsonValue text) when digest.ContainsKey("$sha256") =>
            new JsonObject { ["$len"] = ((string)text!).Length, ["$sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((string)text!))) },
        (JsonObject members, JsonObject values) =>
            new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, Digested(members[value.Key], value.Value)?.DeepClone()))),
        _ => output,
    };

    private static void PauseMustBe(JsonNode response, JsonElement events)
    {
        var pause = events.EnumerateArray().Last(static entry => entry.GetProperty("event_type").GetString() == "workflow.paused");
        var (data, metadata) = (pause.GetProperty("data"), pause.GetProperty("metadata"));
        if ((string)response["reason"]! == "user_input_required")
        {
            Assert.Equal("user_input_required", metadata.GetProperty("pause_reason").GetString());
            Assert.Equal((string?)response["question"], metadata.GetProperty("question").GetString());
            Assert.Equal(((int)response["pause_index"]!).ToString(CultureInfo.InvariantCulture), metadata.GetProperty("pause_index").GetString());
        }
        else
        {
            Assert.Equal((string?)response["reason"], data.GetProperty("reason").GetString());
        }
    }

    /// <summary>The endpoint's events stand in the journal in their order, among those of AGNT5.</summary>
    private static void EventsMustHold(JsonArray recorded, JsonElement events)
    {
        var seen = events.EnumerateArray().ToList();
        foreach (var expected in recorded)
        {
            var (type, data) = expected is JsonObject whole ? ((string)whole["event_type"]!, whole) : ((string)expected!, null);
            var at = seen.FindIndex(entry => entry.GetProperty("event_type").GetString() == type
                && (data is null || JsonNode.DeepEquals(data["data"], JsonNode.Parse(entry.GetProperty("data").GetRawText()))));
            Assert.True(at >= 0, $"The event {expected} is missing, or comes too early.");
            seen.RemoveRange(0, at + 1);
        }
    }

    private static string Start(JsonNode? output)
    {
        var text = output?.ToJsonString() ?? "nothing";
        return text.Length > 500 ? text[..500] : text;
    }
}
