using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Hostile.Tests.Components;

/// <summary>A line of an order whose price a converter reads.</summary>
public sealed record PricedLine([property: JsonConverter(typeof(PickyConverter))] decimal Price);

/// <summary>Refuses what it reads, by the exception that the text names, and counts how often it did.</summary>
public sealed class PickyConverter : JsonConverter<decimal>
{
    private static int _refusals;

    public static int Refusals => Volatile.Read(ref _refusals);

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.GetDecimal();

        Interlocked.Increment(ref _refusals);
        throw reader.GetString() switch
        {
            "json" => new JsonException("no price"),
            "unsupported" => new NotSupportedException("no such price"),
            _ => new FormatException("no price at all"),
        };
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Functions whose input is read by code of the project that refuses much.</summary>
public static class Picky
{
    [Function]
    public static decimal AddPrices([Input] IReadOnlyList<PricedLine> lines) => lines.Sum(static line => line.Price);

    [Function]
    public static decimal AddPricesByName(IReadOnlyDictionary<string, PricedLine> lines) => lines.Values.Sum(static line => line.Price);
}
