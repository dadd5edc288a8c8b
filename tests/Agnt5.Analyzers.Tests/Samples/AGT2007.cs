using System.Text.Json;
using System.Text.Json.Serialization;

public sealed record Sku(string Code);

[JsonConverter(typeof(CodeConverter))]
public sealed record Code(string Text);

public sealed class CodeConverter : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

[JsonConverter(typeof(TagConverter))]
public readonly record struct Tag(string Text);

public sealed class TagConverter : JsonConverter<Tag>
{
    public override Tag Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override Tag ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Read(ref reader, type, options);

    public override void Write(Utf8JsonWriter writer, Tag value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Tag value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text);
}

public sealed record Prices(Dictionary<Sku, decimal> BySku);

public sealed record Names(
    Dictionary<string, string> ByCode,
    Dictionary<DayOfWeek, string> ByDay,
    IReadOnlyDictionary<Guid, string> ById,
    SortedDictionary<long, string> ByNumber,
    Dictionary<DateOnly, string> ByDate,
    Dictionary<bool, string> ByAnswer,
    Dictionary<Tag, string> ByTag);

public static class Orders
{
    [Function]
    public static void KeyOfAMember(Prices {|AGT2007:prices|}) { }

    [Function]
    public static {|AGT2007:IReadOnlyDictionary<byte[], int>|} KeyOfTheResult() => throw new NotImplementedException();

    [Function]
    public static void KeyWithConverter(Dictionary<Code, int> {|AGT2007:codes|}) { }

    [Function]
    public static void KeyOfATuple(Dictionary<(int, int), int> {|AGT2007:cells|}) { }

    [Function]
    public static void KeyDeepInside(List<Dictionary<object, int>?> {|AGT2007:maps|}) { }

    [Function]
    public static Names Text(Names names) => names;
}
