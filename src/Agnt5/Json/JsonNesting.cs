using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>
/// Decides how deep JSON may nest when it binds to a type (protocol section 8). Binding a type that contains itself recurses as deep as the document goes, so such
/// values may stand in at most 64 levels. Untyped members nest in the document and not on the stack, so they may nest further.
/// </summary>
internal static class JsonNesting
{
    /// <summary>Options that read documents of any allowed depth.</summary>
    public static readonly JsonReaderOptions Reading = JsonDepth.Checked;

    private static readonly ConcurrentDictionary<JsonTypeInfo, bool> Known = new();
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> DeepOptions = [];

    /// <summary>Whether values of the type may hold values of the same type, directly or in their parts.</summary>
    public static bool ContainsItself(JsonTypeInfo type) => Known.GetOrAdd(type, static root => ContainsItself(root, [], []));

    /// <summary>Whether a document that did not bind nests deeper than the serializer's default, and only in places where that costs no stack.</summary>
    public static bool IsDeepInUntypedMembers(ReadOnlySpan<byte> json, JsonTypeInfo type) =>
        // A different bound was chosen on purpose.
        type.Options.MaxDepth is 0 or GeneratedJson.TypedDepth && IsDeep(json) && (!ContainsItself(type) || IsWithinBound(json, type));

    /// <summary>Whether a document that was written nests values of its types deeper than they are read.</summary>
    public static bool IsTooDeepToRead(ReadOnlySpan<byte> json, JsonTypeInfo type) => ContainsItself(type) && IsDeep(json) && !IsWithinBound(json, type);

    private static bool IsWithinBound(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        try
        {
            return TypedNesting.IsWithinBound(JsonTree.Parse(json.ToArray()).Root, type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The document is not JSON, or a name is not valid Unicode, which only decoding finds.
            return false;
        }
    }

    /// <summary>
    /// Returns the metadata to read or write a type on a stream. There the serializer makes its own reader and writer, which take the maximum depth from
    /// the options. For values that contain themselves, the caller must bound the depth. The document is gone when a value is refused, so the metadata says where that was.
    /// </summary>
    public static JsonTypeInfo Unbuffered(JsonTypeInfo type)
    {
        var deep = DeepOptions.GetValue(type.Options, static options =>
        {
            var copy = new JsonSerializerOptions(options) { MaxDepth = JsonDepth.Most };
            LocatedRefusals.AddTo(copy);
            copy.MakeReadOnly();
            return copy;
        });
        return deep.GetTypeInfo(type.Type);
    }

    /// <summary>Whether unknown code reads the values. It may call the serializer for their parts.</summary>
    public static bool IsOpaque(JsonConverter converter) =>
        converter is ICoveredType || (converter.GetType().Assembly is var assembly && assembly != typeof(JsonSerializer).Assembly && assembly != typeof(JsonNesting).Assembly);

    /// <inheritdoc cref="IsOpaque(JsonConverter)"/>
    public static bool IsOpaque(JsonPropertyInfo member) =>
        member.CustomConverter is { } converter && (IsOpaque(converter) || Nullable.GetUnderlyingType(member.PropertyType) is not null);

    /// <summary>The metadata that reads a value other than null. If a context of the project covers the type, its metadata.</summary>
    public static JsonTypeInfo Described(JsonTypeInfo type) => type switch
    {
        { Converter: ICoveredType covered } => Described(covered.Inner),
        _ when !IsOpaque(type.Converter) && Nullable.GetUnderlyingType(type.Type) is { } underlying => Described(type.Options.GetTypeInfo(underlying)),
        _ => type,
    };

    /// <summary>The types that a value of the type may be read as: the type and its derived types.</summary>
    public static IEnumerable<JsonTypeInfo> Variants(JsonTypeInfo type) =>
        type.PolymorphismOptions is { } polymorphism
            ? polymorphism.DerivedTypes.Select(derived => type.Options.GetTypeInfo(derived.DerivedType)).Prepend(type).Distinct()
            : [type];

    private static bool IsDeep(ReadOnlySpan<byte> json)
    {
        // A shorter document cannot open and close so many levels.
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
            // The document does not bind for this reason, at any depth.
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

    /// <summary>The types of the parts of a type's values.</summary>
    public static IEnumerable<Type> Parts(JsonTypeInfo type) => type.Kind switch
    {
        // This comes first: a nullable type has the kind of its value type, but not its members.
        _ when Nullable.GetUnderlyingType(type.Type) is { } underlying => [underlying],
        JsonTypeInfoKind.Object => type.Properties.Select(static property => property.PropertyType)
            .Concat(type.PolymorphismOptions?.DerivedTypes.Select(static derived => derived.DerivedType).Where(derived => derived != type.Type) ?? []),
        JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => [type.ElementType!],
        _ => [],
    };
}
