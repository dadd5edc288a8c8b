using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>An amount whose converter reads a null as nothing to pay. .NET asks the converters of value types about nulls.</summary>
[JsonConverter(typeof(FareConverter))]
public readonly record struct Fare(int Cents);

public sealed class FareConverter : JsonConverter<Fare>
{
    public override Fare Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.TokenType == JsonTokenType.Null ? 0 : reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, Fare value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}

public sealed class FeeConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Null ? 0 : reader.GetInt32();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

public sealed class Passage
{
    private readonly int _seats = 1;

    public Fare Fare { get; init; }

    [JsonConverter(typeof(FeeConverter))]
    public int Fee { get; init; }

    public int Seats { get => _seats; init => _seats = value < 10 ? value : throw new ArgumentException($"{value} is a group"); }
}

/// <summary>Sums over passages, whose amounts a converter reads.</summary>
public static class Fares
{
    [Function]
    public static int PayPassage(Passage passage) => (passage.Fare.Cents + passage.Fee) * passage.Seats;

    [Function]
    public static int PayFares([Input] IReadOnlyList<Fare> fares) => fares.Sum(static fare => fare.Cents);
}
