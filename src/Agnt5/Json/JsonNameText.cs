using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>Reads and shows the names of members in a document.</summary>
internal static class JsonNameText
{
    /// <summary>The name, or <see langword="null"/> when it is not valid Unicode, which only decoding finds.</summary>
    public static string? Of(JsonMember member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Of(JsonMember)"/>
    public static string? Of(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name as an error shows it.</summary>
    public static string Show(string? name) => name is null ? "\uFFFD" : CallerText.Shorten(name);

    /// <summary>Whether a name is a valid key of a dictionary. A key is read like a value of its type: numbers and booleans as such, everything else as a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="keyType">The type of the keys.</param>
    /// <param name="isInfinite">Whether the name is a number that the type cannot hold.</param>
    public static bool Fits(string? name, JsonTypeInfo keyType, out bool isInfinite)
    {
        isInfinite = false;
        if (name is null)
            return false;
        if (FormOf(keyType) is { } form)
            return form.IsKey(name);

        try
        {
            isInfinite = NumberRange.IsInfinite(
                JsonSerializer.Deserialize(IsPlain(keyType) ? Encoding.UTF8.GetBytes(name) : Quoted(name), keyType));
            return !isInfinite;
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            return false;
        }
    }

    /// <summary>What is expected of a key, in the words of an input error.</summary>
    public static string ExpectationOf(JsonTypeInfo keyType) => FormOf(keyType)?.KeyExpectation ?? JsonExpectation.Of(keyType);

    private static IEnumForm? FormOf(JsonTypeInfo keyType) => keyType.Converter as IEnumForm;

    private static bool IsPlain(JsonTypeInfo keyType) => NumbersInText.IsNumber(keyType.Type) || keyType.Type == typeof(bool);

    private static byte[] Quoted(string name) => JsonBytes.Write(name, static (writer, text) => writer.WriteStringValue(text));
}
