using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;

namespace Agnt5.Json;

/// <summary>Reads and writes single values by their generated metadata.</summary>
internal static class BoundJson
{
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        // Too short to nest deeper than any type may, so the reader that serves typed values will do: one of our own costs another pass over the document.
        if (json.Length <= 2 * GeneratedJson.TypedDepth)
            return JsonSerializer.Deserialize(json, type)!;

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonNesting.MaxDepth(type) });
        return JsonSerializer.Deserialize(ref reader, type)!;
    }

    /// <summary>
    /// Whether an exception of <see cref="Read"/> says that the document does not fit the type. Whatever a constructor or setter throws means that it refuses the value;
    /// what is not supported is missing metadata.
    /// </summary>
    public static bool IsBindingFailure(Exception exception) => exception is not NotSupportedException;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) =>
        JsonBytes.Write((value, type), static (writer, source) => JsonSerializer.Serialize(writer, source.value, source.type));
}
