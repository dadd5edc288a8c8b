using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>
/// How deep JSON may nest when it binds to a type (protocol section 8). Binding a type that contains itself recurses as deep as the document goes, so such
/// values may stand in no more than 64 levels. Untyped members nest in the document and not on the stack, so they may go on from there.
/// </summary>
internal static class JsonNesting
{
    /// <summary>Reads as deep as any document may nest.</summary>
    public static readonly JsonReaderOptions Reading = new() { MaxDepth = JsonWriterCache.UntypedDepth };

    private static readonly ConcurrentDictionary<JsonTypeInfo, bool> Known = new();
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> DeepOptions = [];

    /// <summary>Whether values of the type may hold values of the same type, or of one that does.</summary>
    public static bool ContainsItself(JsonTypeInfo type) => Known.GetOrAdd(type, static root => ContainsItself(root, [], []));

    /// <summary>Whether a document that did not bind nests deeper than the serializer goes by itself, and only where that costs no stack.</summary>
    public static bool IsDeepInUntypedMembers(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        // Another bound is one that somebody chose.
        if (type.Options.MaxDepth is not (0 or GeneratedJson.TypedDepth) || !IsDeep(json))
            return false;
        if (!ContainsItself(type))
            return true;

        try
        {
            var reader = new Utf8JsonReader(json, Reading);
            using var document = JsonDocument.ParseValue(ref reader);
            return TypedNesting.IsWithinBound(document.RootElement, type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a name is not valid Unicode, which only decoding finds.
            return false;
        }
    }

    /// <summary>
    /// The metadata to read or write a type with where the serializer works on a stream: it makes its own reader and writer then, which take the nesting from
    /// the options. For values that contain themselves the caller has to bound it.
    /// </summary>
    public static JsonTypeInfo Unbuffered(JsonTypeInfo type)
    {
        var deep = DeepOptions.GetValue(type.Options, static options =>
        {
            var copy = new JsonSerializerOptions(options) { MaxDepth = JsonWriterCache.UntypedDepth };
            copy.MakeReadOnly();
            return copy;
        });
        return deep.GetTypeInfo(type.Type);
    }

    /// <summary>Whether values are read by code that nothing is known of, which may be to call the serializer for what is in them.</summary>
    public static bool IsOpaque(JsonConverter converter) =>
        converter is ICoveredType || (converter.GetType().Assembly is var assembly && assembly != typeof(JsonSerializer).Assembly && assembly != typeof(JsonNesting).Assembly);

    /// <inheritdoc cref="IsOpaque(JsonConverter)"/>
    public static bool IsOpaque(JsonPropertyInfo member) =>
        member.CustomConverter is { } converter && (IsOpaque(converter) || Nullable.GetUnderlyingType(member.PropertyType) is not null);

    /// <summary>The metadata that a value which is not null is read by: that of the project's own context, where it covers the type.</summary>
    public static JsonTypeInfo Described(JsonTypeInfo type) => type switch
    {
        { Converter: ICoveredType covered } => Described(covered.Inner),
        _ when !IsOpaque(type.Converter) && Nullable.GetUnderlyingType(type.Type) is { } underlying => Described(type.Options.GetTypeInfo(underlying)),
        _ => type,
    };

    /// <summary>The types that a value of the type may be read as: itself and what derives from it.</summary>
    public static IEnumerable<JsonTypeInfo> Variants(JsonTypeInfo type) =>
        type.PolymorphismOptions is { } polymorphism
            ? polymorphism.DerivedTypes.Select(derived => type.Options.GetTypeInfo(derived.DerivedType)).Prepend(type).Distinct()
            : [type];

    private static bool IsDeep(ReadOnlySpan<byte> json)
    {
        // Shorter ones cannot open and close so many levels.
        if (json.Length <= 2 * GeneratedJson.TypedDepth)
            return false;

        var reader = new Utf8JsonReader(json, Reading);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= GeneratedJson.TypedDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return true;
            }
        }
        catch (JsonException)
        {
            // It does not bind for that, however deep it goes.
        }

        return false;
    }

    private static bool ContainsItself(JsonTypeInfo declared, HashSet<Type> path, HashSet<Type> done)
    {
        var type = Described(declared);
        if (done.Contains(type.Type))
            return false;
        if (IsOpaque(type.Converter) || !path.Add(type.Type))
            return true;

        if (type.Kind == JsonTypeInfoKind.Object && type.Properties.Any(IsOpaque))
            return true;
        foreach (var part in Parts(type))
        {
            if (ContainsItself(type.Options.GetTypeInfo(part), path, done))
                return true;
        }

        path.Remove(type.Type);
        done.Add(type.Type);
        return false;
    }

    /// <summary>The types that the values of a type consist of.</summary>
    public static IEnumerable<Type> Parts(JsonTypeInfo type) => type.Kind switch
    {
        // First, since the kind of a nullable value is that of the value, without its members.
        _ when Nullable.GetUnderlyingType(type.Type) is { } underlying => [underlying],
        JsonTypeInfoKind.Object => type.Properties.Select(static property => property.PropertyType)
            .Concat(type.PolymorphismOptions?.DerivedTypes.Select(static derived => derived.DerivedType).Where(derived => derived != type.Type) ?? []),
        JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => [type.ElementType!],
        _ => [],
    };
}
