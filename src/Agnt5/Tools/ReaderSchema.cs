using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Tools;

/// <summary>
/// Rewrites a schema of the manifest for those who read schemas: models, the clients of their providers, and MCP clients. The manifest's schema says exactly what binds. Its readers take less: few
/// levels, an object at the root, a type in each branch of a union. Whatever the schema is, rewriting it does not fail.
/// </summary>
internal sealed class ReaderSchema
{
    // Readers stop at 64 levels, and a list of tools has some above each schema.
    private const int Deepest = 32;

    private readonly JsonElement _root;
    private readonly SchemaUse _use;
    private readonly string? _wrapper;
    private readonly bool _mayMove;
    private readonly Queue<(string Name, JsonElement Schema)> _moved = new();
    private int _lastMoved;

    private ReaderSchema(JsonElement root, SchemaUse use, string? wrapper)
    {
        _root = root;
        _use = use;
        _wrapper = wrapper;
        // A reference to a place would lead nowhere once the place has moved.
        _mayMove = !SchemaShape.PointsIntoItself(root);
    }

    /// <summary>Rewrites a schema.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="use">Who reads it.</param>
    /// <param name="wrapper">The property of a new root that the schema becomes, or <see langword="null"/> when it stays the root.</param>
    public static JsonElement Write(JsonElement root, SchemaUse use, string? wrapper = null)
    {
        var json = JsonBytes.Write(new ReaderSchema(root, use, wrapper), static (writer, schema) => schema.WriteRoot(writer));
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }

    private void WriteRoot(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_wrapper is null)
            WriteMembers(writer, _root, isRoot: true);
        else
            WriteWrapped(writer, _wrapper);
        WriteDefinitions(writer);
        writer.WriteEndObject();
    }

    private void WriteWrapped(Utf8JsonWriter writer, string wrapper)
    {
        writer.WriteString("type"u8, "object"u8);
        writer.WriteStartObject("properties"u8);
        writer.WritePropertyName(wrapper);
        writer.WriteStartObject();
        if (_root.ValueKind == JsonValueKind.Object)
            WriteMembers(writer, _root, isRoot: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("required"u8);
        writer.WriteStringValue(wrapper);
        writer.WriteEndArray();
        Close(writer);
    }

    // References look for definitions at the root, so those of a wrapped schema are written here too.
    private void WriteDefinitions(Utf8JsonWriter writer)
    {
        var hasOwn = SchemaShape.TryGetObject(_root, "$defs"u8, out var definitions);
        if (!hasOwn && _moved.Count == 0)
            return;

        writer.WriteStartObject("$defs"u8);
        if (hasOwn)
        {
            foreach (var definition in definitions.EnumerateObject())
                WriteNamed(writer, definition.Name, definition.Value);
        }

        while (_moved.TryDequeue(out var moved))
            WriteNamed(writer, moved.Name, moved.Schema);
        writer.WriteEndObject();
    }

    private void WriteNamed(Utf8JsonWriter writer, string name, JsonElement schema)
    {
        writer.WritePropertyName(name);
        Write(writer, schema);
    }

    private void Write(Utf8JsonWriter writer, JsonElement schema, bool isBranchOfObject = false)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            schema.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        if (_mayMove && writer.CurrentDepth > Deepest && SchemaShape.HoldsSchemas(schema))
        {
            writer.WriteString("$ref"u8, "#/$defs/" + Move(schema));
        }
        else
        {
            if (isBranchOfObject && !SchemaShape.SaysWhatItIs(schema))
                writer.WriteString("type"u8, "object"u8);
            WriteMembers(writer, schema, isRoot: false);
        }

        writer.WriteEndObject();
    }

    private string Move(JsonElement schema)
    {
        string name;
        do
            name = FormattableString.Invariant($"deep{++_lastMoved}");
        while (SchemaShape.TryGetObject(_root, "$defs"u8, out var own) && own.TryGetProperty(name, out _));
        _moved.Enqueue((name, schema));
        return name;
    }

    private void WriteMembers(Utf8JsonWriter writer, JsonElement schema, bool isRoot)
    {
        foreach (var member in schema.EnumerateObject())
            WriteMember(writer, schema, member, isRoot);
        if (isRoot && _wrapper is null && !schema.TryGetProperty("properties"u8, out _) && SchemaShape.IsOfObject(schema))
        {
            // Models and clients refuse a tool whose schema has no properties, even where there are none.
            writer.WriteStartObject("properties"u8);
            writer.WriteEndObject();
        }

        if (schema.TryGetProperty("properties"u8, out _) && !schema.TryGetProperty("additionalProperties"u8, out _))
            Close(writer);
    }

    private void WriteMember(Utf8JsonWriter writer, JsonElement schema, JsonProperty member, bool isRoot)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case "$defs" when isRoot:
            case "minimum" or "maximum" when _use != SchemaUse.Client && TypeLimits.IsBound(schema, member):
                break;
            case "pattern" when _use != SchemaUse.Client && TypeLimits.FormOf(value) is { } form:
                if (form.Length > 0 && !schema.TryGetProperty("description"u8, out _))
                    writer.WriteString("description"u8, form);
                break;
            case "description" when _use != SchemaUse.Client && value.ValueKind == JsonValueKind.String
                && schema.TryGetProperty("pattern"u8, out var pattern) && TypeLimits.FormOf(pattern) is { Length: > 0 } form:
                writer.WriteString("description"u8, $"{value.GetString()} ({form})");
                break;
            case "default" when _use == SchemaUse.Arguments && value.ValueKind == JsonValueKind.Null:
                // What is left out is null anyway.
                break;
            case "$ref" when _wrapper is not null && value.ValueKind == JsonValueKind.String:
                writer.WriteString("$ref"u8, SchemaShape.Below(_wrapper, value.GetString()!));
                break;
            case "properties" or "patternProperties" or "dependentSchemas" or "$defs" or "definitions" when value.ValueKind == JsonValueKind.Object:
                writer.WriteStartObject(member.Name);
                foreach (var named in value.EnumerateObject())
                    WriteNamed(writer, named.Name, named.Value);
                writer.WriteEndObject();
                break;
            case "items" or "additionalProperties" or "propertyNames" or "contains" or "if" or "then" or "else" when value.ValueKind == JsonValueKind.Object:
                WriteNamed(writer, member.Name, value);
                break;
            case "anyOf" or "oneOf" when value.ValueKind == JsonValueKind.Array:
                WriteUnion(writer, schema, member);
                break;
            case "allOf" or "prefixItems" when value.ValueKind == JsonValueKind.Array:
                writer.WriteStartArray(member.Name);
                foreach (var part in value.EnumerateArray())
                    Write(writer, part);
                writer.WriteEndArray();
                break;
            default:
                member.WriteTo(writer);
                break;
        }
    }

    // The adapters of providers look at a branch alone. Without a type they take it for a text or a number, and drop its members.
    private void WriteUnion(Utf8JsonWriter writer, JsonElement schema, JsonProperty union)
    {
        var isOfObject = SchemaShape.IsOfObject(schema);
        writer.WriteStartArray(union.Name);
        foreach (var branch in union.Value.EnumerateArray())
            Write(writer, branch, isOfObject);
        if (isOfObject && SchemaShape.MayBeNull(schema) && union.Value.EnumerateArray().All(static branch => !SchemaShape.SaysWhatItIs(branch)))
        {
            // A branch without a type let null through.
            writer.WriteStartObject();
            writer.WriteString("type"u8, "null"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Adapters close the objects that they see, and they do not look into definitions.
    private void Close(Utf8JsonWriter writer)
    {
        if (_use == SchemaUse.Answer)
            writer.WriteBoolean("additionalProperties"u8, false);
    }
}
