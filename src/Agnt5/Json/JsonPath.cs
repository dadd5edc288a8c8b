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

    /// <summary>Turns a path in an inner document into a path from the root of the outer document.</summary>
    /// <param name="place">The path of the inner document in the outer document.</param>
    /// <param name="path">A path in the inner document.</param>
    public static string Within(string place, string path) => string.Concat(place, path.AsSpan(1));

    private static JsonTypeInfo? Enter(JsonTypeInfo type, ReadOnlySpan<char> name)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } underlying)
            type = type.Options.GetTypeInfo(underlying);
        if (type.ElementType is { } element)
            return type.Options.GetTypeInfo(element);

        foreach (var member in type.Properties)
        {
            if (name.SequenceEqual(member.Name))
                return type.Options.GetTypeInfo(member.PropertyType);
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
