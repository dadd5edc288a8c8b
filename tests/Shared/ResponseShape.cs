using System.Text.Json;

namespace Agnt5.Tests.Shared;

/// <summary>
/// The members that a response must have, and those that it may have (protocol sections 1, 5, 6 and 7). Any other member is a mistake, or a change of the wire that has to be made here too.
/// </summary>
internal static class ResponseShape
{
    // An output nests as deep as the component likes.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 5_000 };

    /// <summary>What a suspension has beside the members of all, by its reason. A yield has what <c>budget</c> has, whatever it calls its reason.</summary>
    public static IReadOnlyDictionary<string, string[]> Suspensions { get; } = new Dictionary<string, string[]>
    {
        ["budget"] = ["budget"],
        ["timer"] = ["ready_at_ms", "timer_key"],
        ["signal"] = ["signal_name", "waiting_step", "wait_timeout_ms?", "timeout_ms?"],
        ["user_input_required"] =
            ["pause_index", "step_name", "question", "input_type", "options", "allow_custom", "skippable", "step_events?", "wait_timeout_ms?", "timeout_ms?"],
    };

    /// <returns>What is wrong with a response, or <see langword="null"/>.</returns>
    public static string? FindProblem(ReadOnlyMemory<byte> response)
    {
        using var document = JsonDocument.Parse(response, Options);
        return FindProblem(document.RootElement);
    }

    /// <returns>What is wrong with a response, or <see langword="null"/>.</returns>
    public static string? FindProblem(JsonElement response)
    {
        if (Text(response, "status") is not { } status)
            return "the response has no status";

        var problem = status switch
        {
            "completed" when Has(response, "output_ref") => Members(response, "$", "status", "output_ref", "checkpoint?", "events?"),
            "completed" => Members(response, "$", "status", "output?", "checkpoint?", "events?"),
            "failed" => Members(response, "$", "status", "error", "checkpoint?", "events?"),
            "suspended" => SuspensionMembers(response),
            _ => $"there is no status '{status}'",
        };
        return problem
            ?? Part(response, "output_ref", "kind", "ref", "size_bytes", "sha256", "content_type")
            ?? Part(response, "error", "code", "message", "retryable?", "details?")
            ?? Part(response, "budget", "deadline_ms")
            ?? Part(response, "checkpoint", "steps?", "agent_sessions?")
            ?? Parts(response, "options", "id", "label", "description?")
            ?? Parts(response, "events", "event_type", "data", "data_type", "metadata?", "timestamp_ns?", "correlation_id?", "parent_event_id?", "step_key?");
    }

    private static string? SuspensionMembers(JsonElement response) =>
        Text(response, "reason") is { } reason
            ? Members(response, "$", ["status", "reason", "checkpoint?", "events?", .. Suspensions.GetValueOrDefault(reason) ?? Suspensions["budget"]])
            : "the suspension has no reason";

    private static string? Part(JsonElement response, string name, params ReadOnlySpan<string> members) =>
        response.TryGetProperty(name, out var part) ? Members(part, $"$.{name}", members) : null;

    private static string? Parts(JsonElement response, string name, params ReadOnlySpan<string> members)
    {
        if (!response.TryGetProperty(name, out var list))
            return null;
        if (list.ValueKind != JsonValueKind.Array)
            return $"$.{name} is no list";

        var index = 0;
        foreach (var part in list.EnumerateArray())
        {
            if (Members(part, $"$.{name}[{index++}]", members) is { } problem)
                return problem;
        }

        return null;
    }

    /// <summary>Checks the members of an object. Those that it may lack end with a question mark; none but an output and an event's data may be null.</summary>
    private static string? Members(JsonElement part, string path, params ReadOnlySpan<string> members)
    {
        if (part.ValueKind != JsonValueKind.Object)
            return $"{path} is no object";

        var seen = new HashSet<string>();
        foreach (var member in part.EnumerateObject())
        {
            if (!members.Contains(member.Name) && !members.Contains($"{member.Name}?"))
                return $"{path}.{member.Name} is no member of the protocol: if it is new, it belongs into the protocol's page and into {nameof(ResponseShape)}";
            if (!seen.Add(member.Name))
                return $"{path}.{member.Name} stands there twice";
            if (member.Value.ValueKind == JsonValueKind.Null && member.Name is not ("output" or "data"))
                return $"{path}.{member.Name} is null";
        }

        foreach (var member in members)
        {
            if (!member.EndsWith('?') && !seen.Contains(member))
                return $"{path}.{member} is missing";
        }

        return null;
    }

    private static bool Has(JsonElement response, string name) => response.TryGetProperty(name, out _);

    private static string? Text(JsonElement response, string name) =>
        response.ValueKind == JsonValueKind.Object && response.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
