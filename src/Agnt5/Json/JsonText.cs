using System.Text.Json;

namespace Agnt5.Json;

/// <summary>Reads texts from JSON that others wrote.</summary>
internal static class JsonText
{
    /// <summary>Reads a text. A text with an escaped half of a surrogate pair, which no string can hold, reads as an empty text.</summary>
    public static string Of(JsonPart value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <inheritdoc cref="Of(JsonPart)"/>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
