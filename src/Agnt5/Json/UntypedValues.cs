using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Knows what binds to the untyped kinds of JSON without binding it, because such values may be large and nest deep.</summary>
internal static class UntypedValues
{
    /// <summary>Whether a value other than <c>null</c> binds to an untyped kind of JSON; <see langword="null"/> where the type is none.</summary>
    public static bool? Take(JsonPart value, JsonTypeInfo type)
    {
        if (JsonExpectation.IsOpaque(type))
            return null;
        if (type.Type == typeof(JsonElement) || type.Type == typeof(JsonDocument) || type.Type == typeof(JsonNode) || type.Type == typeof(object))
            return true;
        if (type.Type == typeof(JsonObject))
            return value.ValueKind == JsonValueKind.Object;
        if (type.Type == typeof(JsonArray))
            return value.ValueKind == JsonValueKind.Array;
        return type.Type == typeof(JsonValue) ? !value.IsContainer : null;
    }
}
