using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace Agnt5.Mcp;

/// <summary>Gives the JSON metadata that the protocol library has for its types.</summary>
internal static class McpJson
{
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));

    public static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, TypeInfo<T>());
}
