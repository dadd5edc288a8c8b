using System.Text.Json.Nodes;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>Compares one response with what a case expects, and says where they differ.</summary>
public sealed class ContractCheck(Answer answer)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Response(ContractExpectation expected)
    {
        var response = answer.Json;
        Same(expected.Http, answer.Status, "HTTP status");
        Holds(JsonValue.Create(expected.Status), response["status"], "$.status");
        if (expected.Output is { } output && !JsonNode.DeepEquals(output, response["output"]))
            Differ("$.output", output, response["output"]);
        MayHold(expected.OutputSubset, response["output"], "$.output");
        MayHold(expected.Suspension, response, "$");
        if (expected.Events is { } events)
            Events([.. events.Select(AsEvent)]);
        MayHold(expected.CheckpointSteps, response["checkpoint"]?["steps"], "$.checkpoint.steps");
        foreach (var (session, messages) in expected.Sessions ?? [])
            SameLines(messages, response["checkpoint"]?["agent_sessions"]?[session]?["messages"]?.AsArray()
                .Select(static message => $"{message!["role"]}: {message["content"]}") ?? [], $"$.checkpoint.agent_sessions.{session}");
        foreach (var path in expected.Absent.Where(path => Has(response, path.Split('.'))))
            Differ($"$.{path}", "nothing", "something");
        if (expected.Error is { } error)
            Error(error);
    }

    /// <summary>The executions and model calls that the response does not show.</summary>
    /// <param name="expected">What the case says about it.</param>
    /// <param name="did">What components did.</param>
    /// <param name="heard">What the model was told, call by call.</param>
    public void Deeds(ContractExpectation expected, IReadOnlyList<string> did, IReadOnlyList<string> heard)
    {
        // Steps and tools that run at the same time have no order. The output and the events show the order of their results.
        if (expected.Did is { } deeds)
            SameLines(deeds.Order(StringComparer.Ordinal), did.Order(StringComparer.Ordinal), "what was done");
        if (expected.ModelHeard is not { } words)
            return;

        Same(words.Count, heard.Count, "the calls of the model");
        foreach (var (call, said) in words.Zip(heard).Index().Where(static call => !call.Item.Second.Contains(call.Item.First, StringComparison.Ordinal)))
            Differ($"what the model heard at call {call + 1}", said.First, said.Second);
    }

    private void Events(JsonObject[] expected)
    {
        var types = expected.Select(static emitted => (string)emitted["event_type"]!).ToArray();
        SameLines(types, answer.EventTypes, "$.events");
        if (!types.SequenceEqual(answer.EventTypes, StringComparer.Ordinal))
            return;

        foreach (var (index, (emitted, actual)) in expected.Zip(answer.Json["events"]?.AsArray() ?? []).Index())
            Holds(emitted, actual, $"$.events[{index}]");
    }

    private void Error(ContractError expected)
    {
        Same(expected.Code, answer.Code, "$.error.code");
        if (answer.Message?.Contains(expected.MessageContains, StringComparison.Ordinal) != true)
            Differ("$.error.message", $"… {expected.MessageContains} …", answer.Message);
        Same(expected.Retryable, answer.Json["error"]?["retryable"]?.GetValue<bool>() ?? true, "$.error.retryable");
    }

    private void MayHold(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is not null)
            Holds(expected, actual, path);
    }

    /// <summary>Objects may hold more than is expected, lists may not.</summary>
    private void Holds(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject members && actual is JsonObject found)
        {
            foreach (var (name, member) in members)
            {
                if (found.TryGetPropertyValue(name, out var value))
                    Holds(member, value, $"{path}.{name}");
                else
                    Differ($"{path}.{name}", member, "nothing");
            }
        }
        else if (expected is JsonArray items && actual is JsonArray list && items.Count == list.Count)
        {
            foreach (var (index, item) in items.Index())
                Holds(item, list[index], $"{path}[{index}]");
        }
        else if (!JsonNode.DeepEquals(expected, actual))
        {
            Differ(path, expected, actual);
        }
    }

    private static JsonObject AsEvent(JsonNode? expected) => expected as JsonObject ?? new JsonObject { ["event_type"] = expected!.DeepClone() };

    private static bool Has(JsonNode? node, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (node is not JsonObject members || !members.TryGetPropertyValue(name, out node))
                return false;
        }

        return true;
    }

    private void Same<T>(T expected, T actual, string path)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Differ(path, expected, actual);
    }

    private void SameLines(IEnumerable<string> expected, IEnumerable<string> actual, string path)
    {
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            Differ(path, string.Join(" | ", expected), string.Join(" | ", actual));
    }

    private void Differ<T1, T2>(string path, T1 expected, T2 actual) => _problems.Add($"{path}: expected {Shown(expected)}, got {Shown(actual)}");

    private static string Shown<T>(T value) => value is JsonNode node ? node.ToJsonString() : value?.ToString() ?? "null";
}
