using System.Text;
using System.Text.Json;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>A member of an object, by its place in the text.</summary>
internal readonly record struct Member(Range Name, Range Value);

/// <summary>JSON as text whose parts can be replaced by any text, including text that no serializer would write.</summary>
internal static class JsonText
{
    private const int LargestEdited = 256 * 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 10_000 };

    /// <summary>The places of all values, without the root. Empty for text that is not JSON, or has too many values.</summary>
    public static (List<Range> Values, List<Member> Members) Read(byte[] body)
    {
        var values = new List<Range>();
        var members = new List<Member>();
        if (body.Length > LargestEdited)
            return (values, members);

        var open = new Stack<(int Start, Range? Name)>();
        Range? name = null;
        try
        {
            var reader = new Utf8JsonReader(body, Options);
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = start..(start + reader.ValueSpan.Length + 2);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((start, name));
                        name = null;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var begun = open.Pop();
                        Add(begun.Start..(int)reader.BytesConsumed, begun.Name);
                        break;
                    default:
                        Add(start..(int)reader.BytesConsumed, name);
                        name = null;
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // An earlier mutation has spoiled the text. The places that were read are enough.
        }

        values.RemoveAll(static value => value.Start.Value == 0);
        return (values, members);

        void Add(Range value, Range? nameOfValue)
        {
            values.Add(value);
            if (nameOfValue is { } named)
                members.Add(new Member(named, value));
        }
    }

    public static byte[] Replace(byte[] body, Range place, ReadOnlySpan<byte> text) => [.. body.AsSpan(..place.Start.Value), .. text, .. body.AsSpan(place.End.Value..)];

    public static byte[] Replace(byte[] body, Range place, string text) => Replace(body, place, Encoding.UTF8.GetBytes(text));

    public static byte[] Insert(byte[] body, int position, ReadOnlySpan<byte> text) => Replace(body, position..position, text);

    /// <summary>Adds a member at the end of the object at a path, where it wins over an earlier member of that name. Missing objects are added.</summary>
    public static byte[] Put(byte[] body, ReadOnlySpan<string> path, string name, string json)
    {
        if (EndOf(body, path) is { } found)
            return Insert(body, found.Position, Encoding.UTF8.GetBytes($"{(found.IsEmpty ? "" : ",")}\"{name}\":{json}"));
        return path.IsEmpty ? body : Put(body, path[..^1], path[^1], $"{{\"{name}\":{json}}}");
    }

    /// <summary>The end of the last object at a path.</summary>
    private static (int Position, bool IsEmpty)? EndOf(byte[] body, ReadOnlySpan<string> path)
    {
        (int, bool)? found = null;
        var names = new List<string?>();
        var isEmpty = false;
        try
        {
            var reader = new Utf8JsonReader(body, Options);
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        names.Add(null);
                        break;
                    case JsonTokenType.PropertyName:
                        names[^1] = Encoding.UTF8.GetString(reader.ValueSpan);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        names.RemoveAt(names.Count - 1);
                        if (reader.TokenType == JsonTokenType.EndObject && names.Count == path.Length && Matches(names, path))
                            found = ((int)reader.TokenStartIndex, isEmpty);
                        break;
                }

                isEmpty = reader.TokenType == JsonTokenType.StartObject;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return found;
    }

    private static bool Matches(List<string?> names, ReadOnlySpan<string> path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (names[i] != path[i])
                return false;
        }

        return true;
    }
}
