using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.ConformanceServer;

/// <summary>
/// An event as a JSON object whose fields are in snake_case or in camelCase, the former first. A field that is blank or of another kind counts as absent. Without <c>data</c>, the event's own
/// fields are its data.
/// </summary>
internal static class FreeFormEvent
{
    public static ValueTask EmitAsync(ComponentContext ctx, JsonElement form)
    {
        if (form.ValueKind != JsonValueKind.Object || Text(form, "event_type") is not { } type)
            throw new ArgumentException("an event needs an event_type", nameof(form));

        return ctx.EmitAsync(type, Data(form), new EmitOptions
        {
            DataType = Text(form, "data_type"),
            Metadata = Metadata(form),
            TimestampNs = Field(form, "timestamp_ns", JsonValueKind.Number)?.GetInt64(),
            CorrelationId = Text(form, "correlation_id"),
            ParentEventId = Text(form, "parent_event_id"),
            StepKey = Text(form, "step_key"),
        });
    }

    private static JsonNode? Data(JsonElement form) =>
        form.TryGetProperty("data"u8, out var data)
            ? JsonNode.Parse(data.GetRawText())
            : new JsonObject(form.EnumerateObject().Select(static field =>
                KeyValuePair.Create(JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Name), JsonNode.Parse(field.Value.GetRawText()))));

    private static Dictionary<string, string>? Metadata(JsonElement form)
    {
        var texts = Field(form, "metadata", JsonValueKind.Object)?.EnumerateObject()
            .Where(static entry => entry.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(static entry => entry.Name, static entry => entry.Value.GetString()!);
        return texts is { Count: > 0 } ? texts : null;
    }

    private static string? Text(JsonElement form, string name) =>
        Field(form, name, JsonValueKind.String)?.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static JsonElement? Field(JsonElement form, string name, JsonValueKind kind)
    {
        var camelCase = JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])));
        foreach (var spelling in (string[])[name, camelCase])
        {
            if (form.TryGetProperty(spelling, out var value) && value.ValueKind == kind)
                return value;
        }

        return null;
    }
}
