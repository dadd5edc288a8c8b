using System.Text.Json;

namespace Agnt5.Json;

/// <summary>Reads texts of JSON that others wrote.</summary>
internal static class JsonText
{
    /// <summary>A text. Half of a surrogate pair, which JSON can escape and no text can hold, makes it an empty one.</summary>
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
