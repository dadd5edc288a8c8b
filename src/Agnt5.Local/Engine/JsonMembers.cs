using System.Text.Json;
using Agnt5.Triggers;

namespace Agnt5.Local.Engine;

/// <summary>Walks into JSON by the names of its members.</summary>
internal static class JsonMembers
{
    /// <summary>Goes from an object to the value of its member. Of members with one name the last one counts.</summary>
    /// <param name="reader">Stands on the object, and then on the member's value; nowhere where there is none.</param>
    /// <param name="name">The name as UTF-8.</param>
    /// <returns>Whether there is such a member.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool TryEnter(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;

        var isFound = false;
        Utf8JsonReader found = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = EventValues.IsName(ref reader, name);
            reader.Read();
            if (isMeant)
            {
                isFound = true;
                found = reader;
            }

            reader.Skip();
        }

        reader = found;
        return isFound;
    }
}
