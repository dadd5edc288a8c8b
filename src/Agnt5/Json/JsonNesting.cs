using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;

namespace Agnt5.Json;

/// <summary>
/// How deep JSON may nest when it binds to a type (protocol section 8). Binding a type that contains itself recurses as deep as the document goes, so
/// it is held to fewer levels than a type whose shape ends by itself and where only untyped members can nest.
/// </summary>
internal static class JsonNesting
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, int> Known = new();
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> DeepOptions = [];

    public static int MaxDepth(JsonTypeInfo type) =>
        Known.GetOrAdd(type, static root => ContainsItself(root, [], []) ? GeneratedJson.TypedDepth : JsonWriterCache.UntypedDepth);

    /// <summary>
    /// The metadata to read or write a type with where the serializer works on a stream: it makes its own reader and writer then, which take the nesting from
    /// the options.
    /// </summary>
    public static JsonTypeInfo Unbuffered(JsonTypeInfo type)
    {
        if (MaxDepth(type) == type.Options.MaxDepth)
            return type;

        var deep = DeepOptions.GetValue(type.Options, static options =>
        {
            var copy = new JsonSerializerOptions(options) { MaxDepth = JsonWriterCache.UntypedDepth };
            copy.MakeReadOnly();
            return copy;
        });
        return deep.GetTypeInfo(type.Type);
    }

    private static bool ContainsItself(JsonTypeInfo type, HashSet<Type> path, HashSet<Type> done)
    {
        if (done.Contains(type.Type))
            return false;
        if (!path.Add(type.Type))
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
