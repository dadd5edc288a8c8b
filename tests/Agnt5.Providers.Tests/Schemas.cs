using System.Text.Json.Nodes;

namespace Agnt5.Providers.Tests;

/// <summary>What tests look for in a schema that a provider was sent.</summary>
public static class Schemas
{
    /// <summary>JSON of the deepest type of this project.</summary>
    public static string Deep { get; } = string.Concat(Enumerable.Repeat("{\"next\":", 44)) + "{\"value\":1}" + new string('}', 44);

    /// <summary>JSON with its members in order.</summary>
    public static string Normal(JsonNode json) => json is JsonObject members
        ? "{" + string.Join(
            ",", members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}:{(member.Value is { } value ? Normal(value) : "null")}")) + "}"
        : json.ToJsonString();

    /// <summary>The branches of a union: the names of their members, or their type.</summary>
    public static IEnumerable<string> Branches(JsonNode schema) => schema["anyOf"]!.AsArray()
        .Select(
            static branch => branch!["properties"] is JsonObject members ? string.Join(",", members.Select(static member => member.Key)) : branch["type"]?.ToString() ?? branch["$ref"]!.ToString());

    public static JsonNode Resolve(JsonNode root, JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? root["$defs"]![reference["#/$defs/".Length..]]! : schema;

    /// <summary>An adapter writes what it does not take into a description, as text.</summary>
    public static void AssertNothingBecameProse(JsonNode schema) => Assert.DoesNotContain("properties:", schema.ToJsonString(), StringComparison.Ordinal);

    /// <summary>Anthropic refuses an answer's form with an object that does not close itself.</summary>
    public static void AssertClosed(JsonNode? schema)
    {
        if (schema is JsonObject { } here && here["properties"] is JsonObject)
            Assert.False(here["additionalProperties"]!.GetValue<bool>());
        foreach (var part in schema switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            AssertClosed(part);
        }
    }
}
