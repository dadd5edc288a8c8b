using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record StateSeen(
    JsonElement? Before, JsonElement? Got, bool Deleted, [property: JsonPropertyName("deleted_again")] bool DeletedAgain, string After);

/// <summary>Values that an invocation keeps.</summary>
public static class StateWorkflow
{
    private const string Key = "k";

    [Workflow("state_echo")]
    public static StateSeen Echo(WorkflowContext ctx, JsonElement input)
    {
        var before = ctx.Get<JsonElement?>(Key);
        ctx.Set(Key, Value(input));
        return new StateSeen(
            Before: before,
            Got: ctx.Get<JsonElement?>(Key),
            Deleted: ctx.Delete(Key),
            DeletedAgain: ctx.Delete(Key),
            After: ctx.Get<string>(Key) ?? "fallback");
    }

    private static JsonElement? Value(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty("value"u8, out var value) ? value : null;
}
