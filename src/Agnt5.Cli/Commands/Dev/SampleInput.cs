using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>Makes an input that a component's schema accepts, or nearly so: something to begin with.</summary>
internal static class SampleInput
{
    private const int Deepest = 4;

    /// <param name="manifest">The manifest, which has the schema.</param>
    /// <param name="component">The component.</param>
    public static string Of(ReadOnlyMemory<byte> manifest, ComponentSpec component)
    {
        if (component.Type == "agent")
            return """{"message":"Hello"}""";
        using var document = JsonDocument.Parse(manifest);
        var schema = document.RootElement.Items("components")
            .FirstOrDefault(item => item.Text("component_type") == component.Type && item.Text("name") == component.Name).Member("input_schema");
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, schema, schema, 0);
        using var sample = JsonDocument.Parse(buffer.ToArray());
        return RelaxedJson.Of(sample.RootElement);
    }

    private static void Write(Utf8JsonWriter json, JsonElement schema, JsonElement root, int depth)
    {
        schema = Resolve(schema, root);
        if (schema.Member("default") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } given)
            given.WriteTo(json);
        else if (schema.Items("enum").FirstOrDefault() is { ValueKind: not JsonValueKind.Undefined } choice)
            choice.WriteTo(json);
        else if (depth > Deepest)
            json.WriteNullValue();
        else
            WriteOfType(json, schema, root, depth);
    }

    private static void WriteOfType(Utf8JsonWriter json, JsonElement schema, JsonElement root, int depth)
    {
        switch (TypeOf(schema))
        {
            case "string":
                json.WriteStringValue(schema.Text("format") switch
                {
                    "date-time" => "2030-01-01T00:00:00Z",
                    "date" => "2030-01-01",
                    "uuid" => "00000000-0000-4000-8000-000000000000",
                    "uri" => "https://example.com",
                    _ => "text",
                });
                break;
            case "integer" or "number":
                json.WriteNumberValue(1);
                break;
            case "boolean":
                json.WriteBooleanValue(false);
                break;
            case "array":
                json.WriteStartArray();
                if (schema.Member("items") is { ValueKind: JsonValueKind.Object } item)
                    Write(json, item, root, depth + 1);
                json.WriteEndArray();
                break;
            case "null":
                json.WriteNullValue();
                break;
            default:
                json.WriteStartObject();
                var required = schema.Items("required").Select(static name => name.GetString()).ToHashSet();
                foreach (var member in schema.Member("properties") is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().Where(member => required.Contains(member.Name)) : [])
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, root, depth + 1);
                }

                json.WriteEndObject();
                break;
        }
    }

    private static JsonElement Resolve(JsonElement schema, JsonElement root)
    {
        if (schema.Text("$ref") is { } reference && reference.StartsWith("#/$defs/", StringComparison.Ordinal))
            return root.Member("$defs").Member(reference["#/$defs/".Length..]);
        return schema.Items("anyOf").Concat(schema.Items("oneOf")).FirstOrDefault(static choice => choice.Text("type") != "null") is { ValueKind: JsonValueKind.Object } first
            ? Resolve(first, root)
            : schema;
    }

    private static string? TypeOf(JsonElement schema) =>
        schema.Text("type") ?? schema.Items("type").Select(static type => type.GetString()).FirstOrDefault(static type => type != "null");
}
