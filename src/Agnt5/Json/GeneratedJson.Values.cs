using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

public static partial class GeneratedJson
{
    /// <summary>An enum as its member names; numbers are refused.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T> Enum<T>(JsonSerializerOptions options)
        where T : struct, Enum
    {
        var converter = new JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false);
        return JsonMetadataServices.CreateValueInfo<T>(options, converter.CreateConverter(typeof(T), options)!);
    }

    /// <summary>A value type that may be <see langword="null"/>.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>An array of items.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateArrayInfo<T>(options, new());

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<List<T>> List<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] });

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IList<T>> IList<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<ICollection<T>> ICollection<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IReadOnlyList<T>> IReadOnlyList<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IReadOnlyCollection<T>> IReadOnlyCollection<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IEnumerable<T>> IEnumerable<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());

    /// <summary>An object with values of one type under any names.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<Dictionary<string, T>> Dictionary<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new() { ObjectCreator = static () => [] });

    /// <inheritdoc cref="Dictionary{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IDictionary<string, T>> IDictionary<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, T>, string, T>(options, new());

    /// <inheritdoc cref="Dictionary{T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IReadOnlyDictionary<string, T>> IReadOnlyDictionary<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(options, new());
}
