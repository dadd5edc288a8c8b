using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary>Limits the length of texts (in code points, as in JSON Schema), arrays, dictionaries and bytes.</summary>
internal sealed class LengthLimit(int minimum, int? maximum) : MemberLimit
{
    internal override bool Admits(JsonElement value, JsonTypeInfo type)
    {
        var length = value.ValueKind switch
        {
            JsonValueKind.String when IsBase64(type) => value.TryGetBytesFromBase64(out var bytes) ? bytes.Length : minimum,
            JsonValueKind.String => CodePoints(value.GetString()),
            _ => minimum,
        };
        return length >= minimum && !(length > maximum);
    }

    internal override bool AdmitsParts(int count) => count >= minimum && !(count > maximum);

    internal override string Describe(JsonElement value, JsonTypeInfo type)
    {
        var (what, one, many) = value.ValueKind switch
        {
            JsonValueKind.Array => ("array", "item", "items"),
            JsonValueKind.Object => ("object", "member", "members"),
            _ when IsBase64(type) => ("base64", "byte", "bytes"),
            _ => ("string", "character", "characters"),
        };
        var number = (maximum ?? minimum) == 1 ? one : many;
        return maximum is null
            ? string.Create(CultureInfo.InvariantCulture, $"{what} of at least {minimum} {number}")
            : minimum == 0 ? string.Create(CultureInfo.InvariantCulture, $"{what} of at most {maximum} {number}")
            : minimum == maximum ? string.Create(CultureInfo.InvariantCulture, $"{what} of {minimum} {number}")
            : string.Create(CultureInfo.InvariantCulture, $"{what} of {minimum} to {maximum} {number}");
    }

    private static bool IsBase64(JsonTypeInfo type) =>
        type.Type == typeof(byte[]) || type.Type == typeof(Memory<byte>) || type.Type == typeof(ReadOnlyMemory<byte>);

    private static int CodePoints(string? text)
    {
        var count = 0;
        foreach (var _ in text.AsSpan().EnumerateRunes())
            count++;
        return count;
    }
}
