using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>The words with which a type refuses a value, for who wrote the value.</summary>
internal static class RefusalText
{
    private const int MaxLength = 512;

    // What the serializer adds to the text of a converter's exception.
    private const string SerializersPath = " Path: $";

    // The serializer's own words, which name C# types.
    private const string SerializersWords = "The JSON value could not be converted to ";

    /// <summary>The text of an exception without what .NET adds for programmers, or <see langword="null"/> when there is none.</summary>
    /// <param name="cause">What a constructor, setter or converter of the project threw.</param>
    public static string? Of(Exception cause)
    {
        if (ExceptionText.Message(cause) is not { } text)
            return null;
        if (cause is ArgumentException { ParamName: { Length: > 0 } parameter })
            text = text.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal);
        if (cause is JsonException)
            text = text.StartsWith(SerializersWords, StringComparison.Ordinal) ? "" : Before(SerializersPath, text);
        return string.IsNullOrWhiteSpace(text) ? null : CallerText.Shorten(text.Trim(), MaxLength);
    }

    private static string Before(string end, string text) => text.LastIndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
}
