using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Reading;

namespace Agnt5.Generated;

public static partial class GeneratedJson
{
    /// <summary>An array of items.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<T[]> Array<T>(JsonSerializerOptions options) =>
        ValueReaders.Keep<T[], T>(JsonMetadataServices.CreateArrayInfo<T>(options, new()), static items => items.ToArray());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<List<T>> List<T>(JsonSerializerOptions options) =>
        ValueReaders.Keep<List<T>, T>(JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] }), static items => items);

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IList<T>> IList<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<ICollection<T>> ICollection<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateICollectionInfo<ICollection<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IReadOnlyList<T>> IReadOnlyList<T>(JsonSerializerOptions options) =>
        ValueReaders.Keep<IReadOnlyList<T>, T>(JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new()), static items => items);

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IReadOnlyCollection<T>> IReadOnlyCollection<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<IEnumerable<T>> IEnumerable<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<ISet<T>> ISet<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateISetInfo<ISet<T>, T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="keys">Compares the items.</param>
    public static JsonTypeInfo<ISet<T>> ISet<T>(JsonSerializerOptions options, KeyComparer<T> keys) =>
        JsonMetadataServices.CreateISetInfo<ISet<T>, T>(options, new() { ObjectCreator = () => new HashSet<T>(keys) });

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<Memory<T>> Memory<T>(JsonSerializerOptions options) => JsonMetadataServices.CreateMemoryInfo<T>(options, new());

    /// <inheritdoc cref="Array{T}"/>
    public static JsonTypeInfo<ReadOnlyMemory<T>> ReadOnlyMemory<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateReadOnlyMemoryInfo<T>(options, new());

    /// <summary>A collection that is constructed empty and filled item by item.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="create">Constructs an empty instance, or <see langword="null"/> when the type is only written.</param>
    public static JsonTypeInfo<TCollection> Filled<TCollection, T>(JsonSerializerOptions options, Func<TCollection>? create)
        where TCollection : ICollection<T> => JsonMetadataServices.CreateICollectionInfo<TCollection, T>(options, new() { ObjectCreator = create });

    /// <summary>A collection that is constructed from all items at once.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="create">Constructs an instance from the items, in JSON order.</param>
    public static JsonTypeInfo<TCollection> Built<TCollection, T>(JsonSerializerOptions options, Func<IEnumerable<T>, TCollection> create)
        where TCollection : IEnumerable<T> => JsonMetadataServices.CreateImmutableEnumerableInfo<TCollection, T>(options, new(), create);

    /// <summary>A collection that is only written, not read.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<TCollection> Written<TCollection, T>(JsonSerializerOptions options)
        where TCollection : IEnumerable<T> => JsonMetadataServices.CreateIEnumerableInfo<TCollection, T>(options, new());

    /// <summary>An object with values of one type under any names.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<Dictionary<TKey, T>> Dictionary<TKey, T>(JsonSerializerOptions options)
        where TKey : notnull => JsonMetadataServices.CreateDictionaryInfo<Dictionary<TKey, T>, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options), ObjectCreator = static () => [] });

    /// <summary>An object with values of one type under names that are keys other than texts.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="keys">Compares the keys.</param>
    public static JsonTypeInfo<Dictionary<TKey, T>> Dictionary<TKey, T>(JsonSerializerOptions options, KeyComparer<TKey> keys)
        where TKey : notnull => JsonMetadataServices.CreateDictionaryInfo<Dictionary<TKey, T>, TKey, T>(
            options, new() { KeyInfo = KeyInfo<TKey>(options), ObjectCreator = () => new(keys) });

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IDictionary<TKey, T>> IDictionary<TKey, T>(JsonSerializerOptions options)
        where TKey : notnull => JsonMetadataServices.CreateIDictionaryInfo<IDictionary<TKey, T>, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options) });

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions, KeyComparer{TKey})"/>
    public static JsonTypeInfo<IDictionary<TKey, T>> IDictionary<TKey, T>(JsonSerializerOptions options, KeyComparer<TKey> keys)
        where TKey : notnull => JsonMetadataServices.CreateIDictionaryInfo<IDictionary<TKey, T>, TKey, T>(
            options, new() { KeyInfo = KeyInfo<TKey>(options), ObjectCreator = () => new Dictionary<TKey, T>(keys) });

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<IReadOnlyDictionary<TKey, T>> IReadOnlyDictionary<TKey, T>(JsonSerializerOptions options)
        where TKey : notnull => JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<TKey, T>, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options) });

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions, KeyComparer{TKey})"/>
    public static JsonTypeInfo<IReadOnlyDictionary<TKey, T>> IReadOnlyDictionary<TKey, T>(JsonSerializerOptions options, KeyComparer<TKey> keys)
        where TKey : notnull => Built<IReadOnlyDictionary<TKey, T>, TKey, T>(options, keys, IReadOnlyDictionary<TKey, T>(options), static entries => entries);

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions)"/>
    public static JsonTypeInfo<ConcurrentDictionary<TKey, T>> ConcurrentDictionary<TKey, T>(JsonSerializerOptions options)
        where TKey : notnull => FilledDictionary<ConcurrentDictionary<TKey, T>, TKey, T>(options, static () => new());

    /// <inheritdoc cref="Dictionary{TKey, T}(JsonSerializerOptions, KeyComparer{TKey})"/>
    public static JsonTypeInfo<ConcurrentDictionary<TKey, T>> ConcurrentDictionary<TKey, T>(JsonSerializerOptions options, KeyComparer<TKey> keys)
        where TKey : notnull => Built<ConcurrentDictionary<TKey, T>, TKey, T>(options, keys, ConcurrentDictionary<TKey, T>(options), CollidingKeys.ConcurrentDictionary);

    /// <summary>A dictionary that is constructed empty and filled entry by entry.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="create">Constructs an empty instance, or <see langword="null"/> when the type is only written.</param>
    public static JsonTypeInfo<TDictionary> FilledDictionary<TDictionary, TKey, T>(JsonSerializerOptions options, Func<TDictionary>? create)
        where TDictionary : IDictionary<TKey, T>
        where TKey : notnull => JsonMetadataServices.CreateIDictionaryInfo<TDictionary, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options), ObjectCreator = create });

    /// <summary>A dictionary that is constructed from all entries at once.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="create">Constructs an instance from entries with distinct keys.</param>
    public static JsonTypeInfo<TDictionary> BuiltDictionary<TDictionary, TKey, T>(
        JsonSerializerOptions options, Func<IEnumerable<KeyValuePair<TKey, T>>, TDictionary> create)
        where TDictionary : IReadOnlyDictionary<TKey, T>
        where TKey : notnull => JsonMetadataServices.CreateImmutableDictionaryInfo<TDictionary, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options) }, create);

    /// <summary>A dictionary that is constructed from all entries at once, with keys other than texts.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    /// <param name="keys">Compares the keys while the entries are collected.</param>
    /// <param name="create">Constructs an instance from entries with distinct keys.</param>
    /// <param name="handlesNumbers">Whether a member of the type has a number handling of its own, which only the serializer's own metadata knows.</param>
    public static JsonTypeInfo<TDictionary> BuiltDictionary<TDictionary, TKey, T>(
        JsonSerializerOptions options, KeyComparer<TKey> keys, Func<Dictionary<TKey, T>, TDictionary> create, bool handlesNumbers = false)
        where TDictionary : IReadOnlyDictionary<TKey, T>
        where TKey : notnull => handlesNumbers
            ? BuiltDictionary<TDictionary, TKey, T>(options, entries => create(new(entries, keys)))
            : Built(options, keys, WrittenDictionary<TDictionary, TKey, T>(options), create);

    /// <summary>A dictionary that is only written, not read.</summary>
    /// <param name="options">The options that the metadata belongs to.</param>
    public static JsonTypeInfo<TDictionary> WrittenDictionary<TDictionary, TKey, T>(JsonSerializerOptions options)
        where TDictionary : IReadOnlyDictionary<TKey, T>
        where TKey : notnull => JsonMetadataServices.CreateIReadOnlyDictionaryInfo<TDictionary, TKey, T>(options, new() { KeyInfo = KeyInfo<TKey>(options) });

    private static JsonTypeInfo<TDictionary> Built<TDictionary, TKey, T>(
        JsonSerializerOptions options, KeyComparer<TKey> keys, JsonTypeInfo<TDictionary> written, Func<Dictionary<TKey, T>, TDictionary> create)
        where TKey : notnull =>
        JsonMetadataServices.CreateValueInfo<TDictionary>(options, new BuiltDictionaryConverter<TDictionary, TKey, T>(Dictionary<TKey, T>(options, keys), written, create));

    // Null means: use the metadata of the key's type.
    private static JsonTypeInfo<TKey>? KeyInfo<TKey>(JsonSerializerOptions options)
        where TKey : notnull =>
        Environment.Version.Major < 10 && (typeof(TKey) == typeof(Int128) || typeof(TKey) == typeof(UInt128))
            ? JsonMetadataServices.CreateValueInfo<TKey>(options, new FormattedKeyConverter<TKey>((JsonConverter<TKey>)options.GetTypeInfo(typeof(TKey)).Converter))
            : null;
}
