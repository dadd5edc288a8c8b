using System.Text.Json;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Tests.Shared;

namespace Agnt5.Hostile.Tests.Checks;

/// <summary>Checks what must hold for every answer to any request (protocol sections 1 and 5).</summary>
internal static class AnswerCheck
{
    // Texts that only the SDK's internals, a stack trace or this machine have.
    private static readonly string[] Insides =
    [
        "Agnt5.Agents", "Agnt5.Tools", "Agnt5.Execution", "Agnt5.Protocol", "Agnt5.Payloads", "Agnt5.Triggers", "Agnt5.Json", "Agnt5.Primitives",
        "System.Text.Json", "System.Net", "   at ", ".cs:line", AppContext.BaseDirectory,
    ];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 5_000 };

    /// <returns>What is wrong with an answer, or <see langword="null"/>.</returns>
    public static string? FindProblem(RawRequest request, RawAnswer answer)
    {
        if (answer.Status == 0 && request.Framing is Framing.CutOff or Framing.HangUp)
            return null;
        if (answer.Status is 400 or 431 && answer.Body.Length == 0 && (request.MayBeRefusedByTheServer || request.EndsTheConnection))
            return null;
        if (answer.Status == 0)
            return "the connection was closed without an answer";
        if (answer.ContentType != "application/json; charset=utf-8")
            return $"the content type is '{answer.ContentType}'";

        try
        {
            using var document = JsonDocument.Parse(answer.Body, Options);
            var root = document.RootElement;
            return ShapeProblem(answer.Status, root) ?? LeakIn(root, "error") ?? LeakIn(root, "output_ref");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"the answer is not what it must be: {exception.Message}";
        }
    }

    private static string? ShapeProblem(int status, JsonElement root)
    {
        if (ResponseShape.FindProblem(root) is { } problem)
            return problem;
        if (root.TryGetProperty("checkpoint", out var checkpoint) && checkpoint.ValueKind != JsonValueKind.Object)
            return "the checkpoint is no object";
        if (root.TryGetProperty("events", out var events)
            && (events.GetArrayLength() == 0 || events.EnumerateArray().Any(static one => string.IsNullOrWhiteSpace(one.GetProperty("event_type").GetString()))))
            return "events are not what they must be";

        return root.GetProperty("status").GetString() switch
        {
            "failed" => FailureProblem(status, root.GetProperty("error")),
            _ when status != 200 => $"status {status} without a failure",
            "completed" => null,
            "suspended" => SuspensionProblem(root),
            var other => $"the status is {other}",
        };
    }

    private static string? FailureProblem(int status, JsonElement error)
    {
        var code = error.GetProperty("code").GetString()!;
        if (!DocumentedCodes.Allow(code, status))
            return $"{status} {code} is not documented";
        return string.IsNullOrWhiteSpace(error.GetProperty("message").GetString()) ? "the failure has no message" : null;
    }

    private static string? SuspensionProblem(JsonElement root)
    {
        var reason = root.GetProperty("reason").GetString();
        var isWhole = reason switch
        {
            "timer" => root.GetProperty("ready_at_ms").TryGetInt64(out _) && root.GetProperty("timer_key").GetString()!.Length > 0,
            "signal" => root.GetProperty("signal_name").GetString()!.Length > 0 && root.GetProperty("waiting_step").GetString()!.Length > 0,
            "user_input_required" => root.GetProperty("pause_index").TryGetInt32(out var index) && root.GetProperty("step_name").GetString() == $"wait_for_user_{index}"
                && root.GetProperty("question").GetString()!.Length > 0 && root.GetProperty("options").GetArrayLength() >= 0 && root.GetProperty("input_type").GetString()!.Length > 0,
            "budget" or "half_way" => root.GetProperty("budget").GetProperty("deadline_ms").TryGetDouble(out var deadline) && double.IsFinite(deadline),
            _ => false,
        };
        if (!isWhole)
            return $"the suspension for {reason} is not whole";
        return Array.Find(["timeout_ms", "wait_timeout_ms"], name => root.TryGetProperty(name, out var timeout) && !(timeout.TryGetInt64(out var milliseconds) && milliseconds >= 0)) is { } odd
            ? $"{odd} is no count" : null;
    }

    // Outputs, records and events hold the caller's data, so they may hold anything that a mutation wrote.
    private static string? LeakIn(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var member))
            return null;

        var text = member.GetRawText();
        if (Secrets.In(text) is { } secret)
            return $"{name} shows {secret}";
        return Array.Find(Insides, inside => text.Contains(inside, StringComparison.Ordinal)) is { } leak ? $"{name} shows '{leak}'" : null;
    }
}
