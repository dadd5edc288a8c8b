using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json.Limits;

/// <summary>Reads a value for a limit as the member itself reads it. So the limit also holds for enum names in any case and for numbers in texts.</summary>
internal static class MemberValue
{
    public static bool TryRead<T>(JsonElement value, JsonTypeInfo type, [MaybeNullWhen(false)] out T read)
        where T : notnull
    {
        read = default;
        if (value.ValueKind == JsonValueKind.Null || type is not JsonTypeInfo<T> typed)
            return false;

        try
        {
            read = NumbersInText.IsOne(value, typeof(T)) ? NumbersInText.Read(value, typed)! : value.Deserialize(typed)!;
            return true;
        }
        catch (Exception exception) when (exception is not NotSupportedException)
        {
            return false;
        }
    }
}
