using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Paths as the serializer writes them into its exceptions: <c>$.items[3].name</c>, with <c>['…']</c> around names that are not plain words.</summary>
internal static class JsonPath
{
    /// <summary>The type that a path leads to, or the last one on the way where the path leads out of what is known.</summary>
    public static JsonTypeInfo Follow(ReadOnlySpan<char> path, JsonTypeInfo type)
    {
        var rest = path.TrimStart('$');
        while (!rest.IsEmpty && Enter(type, Next(ref rest)) is { } next)
            type = next;
        return type;
    }

    /// <summary>A path as it reads from the root of the document that holds the one that it leads through.</summary>
    /// <param name="place">Where the inner document stands in the outer.</param>
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

    /// <summary>Takes the next part off a path: a member's name, or an index.</summary>
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
