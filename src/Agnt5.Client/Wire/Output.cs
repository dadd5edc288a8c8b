using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Client.Wire;

/// <summary>Reads outputs as the type that they were asked for.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="runId">The run that it is of.</param>
/// <param name="json">The output; <see cref="JsonValueKind.Undefined"/> where the run has none.</param>
internal delegate T OutputReader<out T>(string runId, JsonElement json);

/// <summary>Makes readers of outputs.</summary>
internal static class Output
{
    public static OutputReader<JsonElement> Untyped { get; } = static (_, json) => json;

    public static OutputReader<T> Of<T>(JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return (runId, json) => Read(runId, json, type);
    }

    private static T Read<T>(string runId, JsonElement json, JsonTypeInfo<T> type)
    {
        try
        {
            return (json.ValueKind == JsonValueKind.Undefined ? JsonSerializer.Deserialize("null"u8, type) : json.Deserialize(type))!;
        }
        // Constructors, setters and converters of the type may refuse a value in any way.
        catch (Exception exception)
        {
            throw new Agnt5Exception(
                Agnt5ClientErrors.OutputInvalid,
                $"The output of the run {runId} is no {typeof(T).Name}: {exception.Message.TrimEnd('.')}.",
                "Read it with the type that the component returns, or untyped.",
                exception) { RunId = runId };
        }
    }
}
