using System.Text;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>
/// Reads the value behind a property name, and refuses another kind of value. A <c>null</c> is refused too: what an answer does not have is left out of it (protocol section 2).
/// </summary>
internal static class AnswerValue
{
    /// <summary>Any JSON, as it stands in the answer.</summary>
    public static ReadOnlyMemory<byte> Json(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        reader.Read();
        return Rest(ref reader, answer);
    }

    /// <summary>Steps over a value.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string Text(ref Utf8JsonReader reader, string path)
    {
        Expect(ref reader, JsonTokenType.String, path, "a text");
        return reader.GetString()!;
    }

    public static string Name(ref Utf8JsonReader reader, string path) =>
        Text(ref reader, path) is var text && string.IsNullOrWhiteSpace(text) ? throw new MalformedAnswerException(path, "is blank") : text;

    public static bool Flag(ref Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw OtherKind(reader, path, "true or false"),
        };
    }

    /// <summary>A whole number from 0, in any notation: <c>14</c>, <c>14.0</c>, <c>1.4e1</c>.</summary>
    public static long Count(ref Utf8JsonReader reader, string path)
    {
        Expect(ref reader, JsonTokenType.Number, path, "a number");
        var number = reader.TryGetInt64(out var whole) ? whole : reader.TryGetDouble(out var any) ? WholeNumber.From(any) : null;
        return number switch
        {
            null => throw new MalformedAnswerException(path, "is not a whole number"),
            < 0 => throw new MalformedAnswerException(path, "is negative"),
            var count => count.Value,
        };
    }

    /// <summary>The start of an object, whose members come next.</summary>
    public static void BeginObject(ref Utf8JsonReader reader, string path) => Expect(ref reader, JsonTokenType.StartObject, path, "an object");

    /// <summary>The start of a list, whose items come next.</summary>
    public static void BeginList(ref Utf8JsonReader reader, string path) => Expect(ref reader, JsonTokenType.StartArray, path, "a list");

    /// <summary>Moves to the next name in an object.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool NextName(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>An object as it stands in the answer.</summary>
    public static ReadOnlyMemory<byte> Object(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer, string path)
    {
        BeginObject(ref reader, path);
        return Rest(ref reader, answer);
    }

    /// <summary>An object of texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts(ref Utf8JsonReader reader, string path)
    {
        BeginObject(ref reader, path);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (NextName(ref reader))
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw OtherKind(reader, $"{path}.{CallerText.Shorten(name)}", "a text");
            texts[name] = reader.GetString()!;
        }

        return texts;
    }

    /// <summary>The text of a part of the answer.</summary>
    public static string TextOf(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    /// <summary>The value at which the reader stands, to its end.</summary>
    public static ReadOnlyMemory<byte> Rest(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return answer[start..(int)reader.BytesConsumed];
    }

    /// <summary>The refusal of the value at which the reader stands.</summary>
    public static MalformedAnswerException OtherKind(in Utf8JsonReader reader, string path, string expected) => reader.TokenType == JsonTokenType.Null
        ? new MalformedAnswerException(path, "is null. What there is not is left out")
        : new MalformedAnswerException(path, $"must be {expected}, and is {Kind(reader.TokenType)}");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType kind, string path, string expected)
    {
        reader.Read();
        if (reader.TokenType != kind)
            throw OtherKind(reader, path, expected);
    }

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => "true or false",
    };
}
