using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Reads the paths in the serializer's exceptions: <c>$.items[3].name</c>, with <c>['…']</c> around names that are not plain words.</summary>
internal static class JsonPath
{
    /// <summary>The type at the end of a path, or the last known type on the way.</summary>
    public static JsonTypeInfo Follow(ReadOnlySpan<char> path, JsonTypeInfo type)
    {
        var rest = path.TrimStart('$');
        while (!rest.IsEmpty && Enter(type, Next(ref rest)) is { } next)
            type = next;
        return type;
    }

    /// <summary>The path of a failure in the whole document, or <see langword="null"/>. A converter that reads its part as a document of its own adds a path within that part.</summary>
    public static string? Of(Exception failure)
    {
        if (failure is not JsonException { Path: { Length: > 0 } path })
            return null;
        return failure is not RefusedByTypeException && failure.InnerException is { } inner && Of(inner) is { } rest ? Within(path, rest) : path;
    }

    /// <summary>The exception of a binding without those that only add a path to it.</summary>
    public static Exception CauseOf(Exception failure) =>
        failure is JsonException { InnerException: { } inner } && (failure is RefusedByTypeException || Of(inner) is not null) ? CauseOf(inner) : failure;

    /// <summary>Whether a path leads to a member of this name.</summary>
    public static bool EndsWith(string path, string member) => path.EndsWith($".{member}", StringComparison.Ordinal) || path.EndsWith($"['{member}']", StringComparison.Ordinal);

    /// <summary>Turns a path in an inner document into a path from the root of the outer document.</summary>
    /// <param name="place">The path of the inner document in the outer document.</param>
    /// <param name="path">A path in the inner document.</param>
    public static string Within(string place, string path) => string.Concat(place, path.AsSpan(1));

    /// <summary>A path without the names that only the document knows, such as keys of a dictionary: <c>[…]</c> stands for them.</summary>
    /// <param name="path">The path.</param>
    /// <param name="type">The type of the document.</param>
    public static string WithoutData(ReadOnlySpan<char> path, JsonTypeInfo type)
    {
        var shown = new StringBuilder("$");
        var rest = path.TrimStart('$');
        for (JsonTypeInfo? at = type; !rest.IsEmpty;)
        {
            var isQuoted = rest.StartsWith("['");
            var isIndex = !isQuoted && rest[0] == '[';
            var name = Next(ref rest);
            if (isIndex)
                shown.Append('[').Append(name).Append(']');
            else if (at is not null && IsMember(at, name))
                shown.Append('.').Append(name);
            else
                shown.Append("[…]");
            // A quoted name may hold quotes and brackets itself. Then nobody knows where it ends.
            if (isQuoted)
                break;
            at = at is null ? null : Enter(at, name);
        }

        return shown.ToString();
    }

    private static bool IsMember(JsonTypeInfo type, ReadOnlySpan<char> name) => JsonNesting.Described(type) is { ElementType: null } declaring && Find(declaring, name) is not null;

    private static JsonTypeInfo? Enter(JsonTypeInfo type, ReadOnlySpan<char> name)
    {
        type = JsonNesting.Described(type);
        if (type.ElementType is { } element)
            return type.Options.GetTypeInfo(element);
        return Find(type, name) is { } member ? type.Options.GetTypeInfo(member.PropertyType) : null;
    }

    /// <summary>The member of a type, or of one of its derived types.</summary>
    private static JsonPropertyInfo? Find(JsonTypeInfo type, ReadOnlySpan<char> name)
    {
        foreach (var member in type.Properties)
        {
            if (name.SequenceEqual(member.Name))
                return member;
        }

        foreach (var derived in type.PolymorphismOptions?.DerivedTypes ?? [])
        {
            if (derived.DerivedType != type.Type && Find(type.Options.GetTypeInfo(derived.DerivedType), name) is { } member)
                return member;
        }

        return null;
    }

    /// <summary>Removes the next part from a path and returns it: a member's name or an index.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> path)
    {
        var isQuoted = path.StartsWith("['");
        var rest = path[(isQuoted ? 2 : 1)..];
        var length = isQuoted ? rest.IndexOf("']") : rest.IndexOfAny('.', '[');
        var part = length < 0 ? rest : rest[..length];
        path = length < 0 ? [] : rest[(isQuoted ? length + 2 : length)..];
        return part.TrimEnd(']');
    }
}
