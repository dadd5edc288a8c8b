using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>What our schemas say of values and the exporter does not.</summary>
internal static class DocumentedWords
{
    private static readonly Dictionary<Type, string> ByType = new()
    {
        [typeof(sbyte)] = """{"minimum":-128,"maximum":127}""",
        [typeof(byte)] = """{"minimum":0,"maximum":255}""",
        [typeof(short)] = """{"minimum":-32768,"maximum":32767}""",
        [typeof(ushort)] = """{"minimum":0,"maximum":65535}""",
        [typeof(int)] = """{"minimum":-2147483648,"maximum":2147483647}""",
        [typeof(uint)] = """{"minimum":0,"maximum":4294967295}""",
        [typeof(long)] = """{"minimum":-9223372036854775808,"maximum":9223372036854775807}""",
        [typeof(ulong)] = """{"minimum":0,"maximum":18446744073709551615}""",
        [typeof(Int128)] = """{"minimum":-170141183460469231731687303715884105728,"maximum":170141183460469231731687303715884105727}""",
        [typeof(UInt128)] = """{"minimum":0,"maximum":340282366920938463463374607431768211455}""",
        [typeof(Uri)] = """{"format":"uri-reference"}""",
        [typeof(byte[])] = """{"contentEncoding":"base64"}""",
        [typeof(ReadOnlyMemory<byte>)] = """{"contentEncoding":"base64"}""",
        [typeof(Memory<byte>)] = """{"contentEncoding":"base64"}""",
        [typeof(TimeSpan)] = """{"pattern":"^-?([0-9]{1,7}\\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?$"}""",
        [typeof(Version)] = """{"pattern":"^[0-9]{1,9}(\\.[0-9]{1,9}){1,3}$"}""",
    };

    public static void AddTo(JsonObject schema, JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (ByType.TryGetValue(plain, out var words))
            foreach (var (word, value) in JsonNode.Parse(words)!.AsObject())
                schema[word] = value!.DeepClone();
        if (plain.IsEnum)
            AddEnumWords(schema, plain);
    }

    // The exporter gives the names alone, and nothing but the type for flags.
    private static void AddEnumWords(JsonObject schema, Type type)
    {
        if (schema["enum"] is JsonArray names)
            schema["type"] = names.Any(static name => name is null) ? new JsonArray("string", "null") : "string";
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
            return;

        var name = $"({string.Join('|', Enum.GetNames(type))})";
        schema["pattern"] = $"^{name}(, {name})*$";
    }
}
