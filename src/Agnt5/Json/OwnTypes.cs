using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>Finds the metadata of the SDK's types that replace a member's type.</summary>
internal sealed class OwnTypes : IJsonTypeInfoResolver
{
    public static readonly OwnTypes Instance = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(JsonObjectDictionary))
            return GeneratedJson.FilledDictionary<JsonObjectDictionary, string, JsonElement>(options, static () => []);
        if (type == typeof(JsonElement))
            return JsonMetadataServices.CreateValueInfo<JsonElement>(options, GeneratedJson.JsonElementConverter);
        return type == typeof(string) ? JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter) : null;
    }
}
