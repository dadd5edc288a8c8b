using System.Numerics;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>The words about values that our schemas have and the exporter does not.</summary>
internal static class DocumentedWords
{
    private static readonly Dictionary<Type, string> Words = new()
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
        [typeof(byte[])] = """{"contentEncoding":"base64"}""",
        [typeof(ReadOnlyMemory<byte>)] = """{"contentEncoding":"base64"}""",
        [typeof(Memory<byte>)] = """{"contentEncoding":"base64"}""",
    };

    private static readonly Dictionary<Type, string> Formats = new()
    {
        [typeof(Guid)] = "uuid",
        [typeof(DateTime)] = "date-time",
        [typeof(DateTimeOffset)] = "date-time",
        [typeof(DateOnly)] = "date",
        [typeof(Uri)] = "uri-reference",
    };

    /// <summary>The types that no format of JSON Schema describes as they are written.</summary>
    private static readonly Type[] FreeAsOutput = [typeof(DateTime), typeof(Uri)];

    public static void AddTo(JsonObject schema, JsonTypeInfo type, bool isInput)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (Words.TryGetValue(plain, out var words))
            Add(words, schema);
        if (plain == typeof(Uri))
            schema["format"] = "uri-reference";
        if (plain == typeof(TimeOnly) || (FreeAsOutput.Contains(plain) && !isInput))
            schema.Remove("format");
        if (plain == typeof(char) || plain == typeof(TimeSpan) || plain == typeof(TimeOnly) || plain == typeof(Version) || (schema.ContainsKey("pattern") && Words.ContainsKey(plain)))
            schema["pattern"] = Patterns.Of(plain);
        else if (plain == typeof(BigInteger))
            schema["type"] = plain == type.Type ? "integer" : new JsonArray("integer", "null");
        else if (plain.IsEnum)
            AddEnumWords(schema, plain);
        if (type.Kind == JsonTypeInfoKind.Dictionary && type.KeyType != typeof(string))
            AddNames(schema, type.KeyType!, isInput);
    }

    private static void Add(string words, JsonObject schema)
    {
        foreach (var (word, value) in JsonNode.Parse(words)!.AsObject())
            schema[word] = value!.DeepClone();
    }

    // The exporter gives only the names, and for flags only the type.
    private static void AddEnumWords(JsonObject schema, Type type)
    {
        if (schema["enum"] is JsonArray names)
            schema["type"] = names.Any(static name => name is null) ? new JsonArray("string", "null") : "string";
        else if (schema["type"]?.ToJsonString().Contains("integer", StringComparison.Ordinal) == true)
            schema["enum"] = new JsonArray([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Distinct().Select(static value => JsonNode.Parse($"{value}"))]);
        else
            schema["pattern"] = Flags(type);
    }

    // The value without flags has a name, or nothing to write.
    private static string Flags(Type type)
    {
        var several = $"({string.Join('|', NamesOf(type))})(, ({string.Join('|', NamesOf(type))}))*";
        return Enum.IsDefined(type, Enum.ToObject(type, 0)) ? $"^{several}$" : $"^({several})?$";
    }

    private static IEnumerable<string> NamesOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name);

    private static void AddNames(JsonObject schema, Type key, bool isInput)
    {
        if (isInput || !FreeAsOutput.Contains(key))
            schema["propertyNames"] = Names(key);
    }

    /// <summary>The allowed names of a dictionary's members.</summary>
    private static JsonObject Names(Type key)
    {
        if (key == typeof(bool))
            return new() { ["enum"] = new JsonArray("true", "false", "True", "False") };
        if (key.IsEnum)
            return key.IsDefined(typeof(FlagsAttribute), inherit: false) ? new() { ["pattern"] = Flags(key) } : new() { ["enum"] = new JsonArray([.. NamesOf(key)]) };
        if (Formats.TryGetValue(key, out var format))
            return new() { ["format"] = format };
        var names = new JsonObject { ["pattern"] = Patterns.Of(key) };
        if (key == typeof(char))
            (names["minLength"], names["maxLength"]) = (1, 1);
        return names;
    }
}
