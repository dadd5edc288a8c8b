using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

public sealed class CelsiusConverter : JsonConverter<Celsius>
{
    public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetInt32()) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Degrees);
}

[JsonConverter(typeof(CelsiusConverter))]
public readonly record struct Celsius(int Degrees);

public sealed class SwappedConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? Swap(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Swap(value));

    private static string Swap(string text) => text.Length == 0 || text[0] != '~' ? "~" + text : text[1..];
}

public sealed class TagConverter : JsonConverter<Tag>
{
    public override Tag? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new() { Name = reader.GetString()! };

    public override void Write(Utf8JsonWriter writer, Tag value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

[JsonConverter(typeof(TagConverter))]
public sealed class Tag
{
    public string Name { get; init; } = "";
}

public sealed record Measured(Celsius Now, Celsius? Before, List<Celsius> All, Tag Tag, Dictionary<string, Tag> Tags, [property: JsonConverter(typeof(SwappedConverter))] string Swapped);

public enum Planet
{
    [JsonStringEnumMemberName("third-rock")]
    Earth,
    [JsonStringEnumMemberName("Red Planet")]
    Mars,
    Venus,
}

[Flags]
public enum Rights
{
    [JsonStringEnumMemberName("may-read")]
    Read = 1,
    [JsonStringEnumMemberName("may-write")]
    Write = 2,
}

[JsonConverter(typeof(JsonNumberEnumConverter<Numbered>))]
public enum Numbered
{
    None,
    One = 1,
    Many = 100,
}

[JsonConverter(typeof(JsonStringEnumConverter<NamedByType>))]
public enum NamedByType
{
    FirstOne,
    SecondOne,
}

public sealed record NamedEnums(
    Planet Planet, Planet? Maybe, Rights Rights, Numbered Numbered, Numbered? MaybeNumbered, NamedByType ByType, Dictionary<Planet, int> Keys,
    [property: JsonConverter(typeof(JsonNumberEnumConverter<Priority>))] Priority AsNumber);

public sealed record Big(BigInteger Number, BigInteger? Maybe, List<BigInteger> All);

public static class ConvertedComponents
{
    [Workflow] public static Task<Celsius> Celsius(WorkflowContext run, [Input] Celsius value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Tag> Tag(WorkflowContext run, [Input] Tag value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Measured> Measured(WorkflowContext run, [Input] Measured value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Planet> Planet(WorkflowContext run, [Input] Planet value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Rights> Rights(WorkflowContext run, [Input] Rights value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Numbered> Numbered(WorkflowContext run, [Input] Numbered value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<NamedEnums> NamedEnums(WorkflowContext run, [Input] NamedEnums value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<BigInteger> BigIntegerValue(WorkflowContext run, [Input] BigInteger value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Big> Big(WorkflowContext run, [Input] Big value) => run.StepAsync("value", () => value);
}
