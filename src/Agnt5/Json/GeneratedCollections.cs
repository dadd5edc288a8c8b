using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json.Reading;

namespace Agnt5.Generated;

/// <summary>Creates the metadata of collections that are a whole output, step result or event. Generated code writes them item by item.</summary>
public static class GeneratedCollections
{
    /// <summary>An array of items.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="write">Writes an item.</param>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        ValueReaders.Keep<T[], T>(
            JsonMetadataServices.CreateArrayInfo<T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) }),
            static items => items.ToArray());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<List<T>> List<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        ValueReaders.Keep<List<T>, T>(
            JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [], SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) }),
            static items => items);

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IList<T>> IList<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) });

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<ICollection<T>> ICollection<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) });

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IReadOnlyList<T>> IReadOnlyList<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        ValueReaders.Keep<IReadOnlyList<T>, T>(
            JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) }),
            static items => items);

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IReadOnlyCollection<T>> IReadOnlyCollection<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) });

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IEnumerable<T>> IEnumerable<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteItems(writer, items, write) });

    /// <summary>An object with values of one type under any names.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="write">Writes an item.</param>
    public static JsonTypeInfo<Dictionary<string, T>> Dictionary<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(
            options, new() { ObjectCreator = static () => [], SerializeHandler = (writer, items) => GeneratedJson.WriteEntries(writer, items, write) });

    /// <inheritdoc cref="Dictionary{T}"/>
    public static JsonTypeInfo<IDictionary<string, T>> IDictionary<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, T>, string, T>(options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteEntries(writer, items, write) });

    /// <inheritdoc cref="Dictionary{T}"/>
    public static JsonTypeInfo<IReadOnlyDictionary<string, T>> IReadOnlyDictionary<T>(JsonSerializerOptions options, Action<Utf8JsonWriter, T> write) =>
        JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(
            options, new() { SerializeHandler = (writer, items) => GeneratedJson.WriteEntries(writer, items, write) });
}
