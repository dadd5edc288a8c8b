using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The arguments of a model's tool call as JSON.</summary>
internal static class ToolArguments
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> Info =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    /// <summary>A JSON object; an empty one when the call has none.</summary>
    public static byte[] ToJson(FunctionCallContent call) => call.Arguments is { Count: > 0 } arguments ? Protocol.JsonBytes.Write(arguments, Write) : "{}"u8.ToArray();

    private static void Write(Utf8JsonWriter writer, IDictionary<string, object?> arguments) => JsonSerializer.Serialize(writer, arguments, Info);
}
