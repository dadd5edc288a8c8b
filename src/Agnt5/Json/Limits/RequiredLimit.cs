using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary><c>[Required]</c> of a member that was given.</summary>
internal sealed class RequiredLimit(bool refusesBlank) : MemberLimit
{
    internal override bool Admits(JsonElement value, JsonTypeInfo type) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String when refusesBlank => !IsBlank(value.GetString()),
        _ => true,
    };

    internal override string Describe(JsonElement value, JsonTypeInfo type) =>
        value.ValueKind == JsonValueKind.Null ? JsonExpectation.Of(type) : "string that is not blank";

    // As in the schema: only characters that ECMAScript regular expressions count as white space are blank.
    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        const char nextLine = '\u0085';
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) || character == nextLine)
                return false;
        }

        return true;
    }
}
