using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

[{|AGT2013:JsonConverter(typeof(JsonStringEnumConverter))|}]
public enum Level
{
    Low,
    High,
}

[JsonConverter(typeof(JsonStringEnumConverter<Size>))]
public enum Size
{
    Small,
    Large,
}

public enum Plain
{
    Any,
}

// No component uses it.
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum Unused
{
    Any,
}

[{|AGT2013:JsonConverter(typeof(SnakeCase))|}]
public enum Stage
{
    FirstStage,
}

public sealed class SnakeCase() : JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower);

[JsonConverter(typeof(KebabCase))]
public enum Phase
{
    FirstPhase,
}

public sealed class KebabCase() : JsonStringEnumConverter<Phase>(JsonNamingPolicy.KebabCaseLower);

[{|AGT2013:JsonConverter(typeof(AnyConverter))|}]
public sealed record Opaque(string Text);

public sealed class AnyConverter : JsonConverter<Opaque>
{
    [RequiresDynamicCode("It makes types.")]
    public AnyConverter()
    {
    }

    public override Opaque Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Opaque value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

public sealed record Request(Level Level, Size Size, Stage Stage, Phase Phase, Opaque Opaque)
{
    [{|AGT2013:JsonConverter(typeof(JsonStringEnumConverter))|}]
    public Plain? Plain { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Plain>))]
    public Plain Other { get; init; }
}

public static class Requests
{
    [Function]
    public static Request Echo(Request request) => request;

    [Function]
    public static Level Again(Level level) => level;

    [Workflow]
    public static async Task Run(WorkflowContext context) => await context.StepAsync("level", () => Level.High);
}
