using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Benchmarks.Types;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Benchmarks.Typing;

/// <summary>A type with its metadata from both generators, and the ways to read and write it that are compared.</summary>
public abstract class Shape
{
    public static IReadOnlyList<Shape> All { get; } =
    [
        new Shape<Charge>(Samples.Charge, SourceGeneratedContext.Default.Charge),
        new Shape<Order>(Samples.Order, SourceGeneratedContext.Default.Order),
        new Shape<Settings>(Samples.Settings, SourceGeneratedContext.Default.Settings),
        new Shape<Line[]>(Samples.Lines, SourceGeneratedContext.Default.LineArray),
        new Shape<Scalars>(Samples.Scalars, SourceGeneratedContext.Default.Scalars),
        new Shape<Choices>(Samples.Choices, SourceGeneratedContext.Default.Choices),
    ];

    /// <summary>As an input, a step result and a signal payload are read.</summary>
    public abstract object? Read();

    public abstract object? ReadByContext();

    /// <summary>As a step result and event data are written.</summary>
    public abstract byte[] WriteRecord();

    public abstract byte[] WriteRecordByContext();

    /// <summary>As an output is written.</summary>
    public abstract int WriteOutput();

    public abstract int WriteOutputByContext();
}

internal sealed class Shape<T> : Shape
{
    private readonly T _value;
    private readonly byte[] _json;
    private readonly JsonTypeInfo<T> _type;
    private readonly JsonTypeInfo<T> _contextType;
    private readonly Utf8JsonWriter _contextWriter = new(Stream.Null, new JsonWriterOptions { SkipValidation = true });

    public Shape(T value, JsonTypeInfo<T> contextType)
    {
        _value = value;
        _contextType = contextType;
        _type = GeneratedJson.TypeInfo<T>(Agnt5Components.Catalog.Components.First(static component => component.InputType is JsonTypeInfo<T>).JsonOptions);
        _json = WriteRecordByContext();

        var roundTrip = BoundJson.Write(BoundJson.Read(_json, _type), _type);
        if (!JsonNode.DeepEquals(JsonNode.Parse(_json), JsonNode.Parse(roundTrip)) || !JsonNode.DeepEquals(JsonNode.Parse(_json), JsonNode.Parse(WriteRecord())))
            throw new InvalidOperationException($"The two generators disagree on {typeof(T)}.");
    }

    public override object? Read() => BoundJson.Read(_json, _type);

    public override object? ReadByContext() => JsonSerializer.Deserialize(_json, _contextType);

    public override byte[] WriteRecord() => BoundJson.Write(_value, _type);

    public override byte[] WriteRecordByContext()
    {
        using var buffer = new PooledBuffer(256);
        _contextWriter.Reset(buffer);
        JsonSerializer.Serialize(_contextWriter, _value, _contextType);
        _contextWriter.Flush();
        return buffer.Span.ToArray();
    }

    public override int WriteOutput()
    {
        using var response = new ResponseWriter();
        response.WriteOutput(_value, _type);
        using var bytes = response.Complete(state: null);
        return bytes.Length;
    }

    public override int WriteOutputByContext()
    {
        using var buffer = new PooledBuffer(1024);
        _contextWriter.Reset(buffer);
        _contextWriter.WriteStartObject();
        _contextWriter.WriteString("status"u8, "completed"u8);
        _contextWriter.WritePropertyName("output"u8);
        JsonSerializer.Serialize(_contextWriter, _value, _contextType);
        _contextWriter.WriteEndObject();
        _contextWriter.Flush();
        return buffer.Length;
    }

    public override string ToString() => typeof(T).Name;
}
