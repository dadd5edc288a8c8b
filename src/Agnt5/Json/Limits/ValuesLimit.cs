using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary><c>[AllowedValues]</c> and <c>[DeniedValues]</c>.</summary>
internal sealed class ValuesLimit<T>(bool areAllowed, bool hasNull, T[] values) : MemberLimit
    where T : notnull
{
    internal override bool Admits(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return hasNull == areAllowed;
        return !MemberValue.TryRead<T>(value, type, out var read) || (Array.IndexOf(values, read) >= 0) == areAllowed;
    }

    internal override string Describe(JsonElement value, JsonTypeInfo type)
    {
        var written = values.Select(one => Write(one, type)).Concat(hasNull ? ["null"] : []);
        return areAllowed ? $"one of {JsonExpectation.List(written)}" : $"a value other than {JsonExpectation.List(written)}";
    }

    private static string Write(T value, JsonTypeInfo type) => JsonSerializer.Serialize(value, type) is var json && typeof(T).IsEnum ? json.Trim('"') : json;
}
