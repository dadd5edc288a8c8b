using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>
/// Reads a dictionary that is constructed from all entries at once. The serializer would collect the entries in a dictionary of its own, with hash codes that a caller can
/// foresee.
/// </summary>
/// <param name="entries">The metadata of the dictionary that collects the entries.</param>
/// <param name="written">The metadata that writes the dictionary.</param>
/// <param name="create">Constructs the dictionary.</param>
internal sealed class BuiltDictionaryConverter<TDictionary, TKey, T>(
    JsonTypeInfo<Dictionary<TKey, T>> entries, JsonTypeInfo<TDictionary> written, Func<Dictionary<TKey, T>, TDictionary> create)
    : JsonConverter<TDictionary>, IBuiltDictionary
    where TKey : notnull
{
    JsonTypeInfo ICoveredType.Inner => entries;

    public override TDictionary? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return create(JsonSerializer.Deserialize(ref reader, entries)!);
        }
        catch (JsonException exception)
        {
            // Its path begins at the dictionary. The serializer adds the whole one to an exception without a path.
            throw new JsonException(message: null, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, TDictionary value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, written);
}

/// <summary>The converter of a dictionary that is read as another dictionary's entries. Limits hold inside of them.</summary>
internal interface IBuiltDictionary : ICoveredType;
