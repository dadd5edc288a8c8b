using System.Globalization;
using System.Text.Json;

namespace Agnt5.Triggers;

/// <summary>
/// Reads the values of an event's envelope. Each method reads the value behind the property name that the reader stands on. No method throws: a value of another kind counts as
/// absent. So does a text with half of a surrogate pair, which only decoding finds.
/// </summary>
internal static class EventValues
{
    private const decimal FirstTick = -621_355_968_000_000_000;
    private const decimal TickAfterLast = 2_534_023_008_000_000_000;

    /// <summary>Whether the reader stands on a property of this name.</summary>
    public static bool IsName(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A text that is not blank, or <see langword="null"/>.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return Decode(ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

        reader.Skip();
        return null;
    }

    /// <summary>The text that the reader stands on, or <see langword="null"/> when it is not valid Unicode.</summary>
    public static string? Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// A time since 1970, as a number or as a number in a text. It is read as a decimal, because a double cannot hold today's nanoseconds exactly.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="unitsPerTick">How many of the time's units are one tick of 100 ns.</param>
    /// <returns>The time, or <see langword="null"/> when it is not a number or is out of range.</returns>
    public static DateTimeOffset? Time(ref Utf8JsonReader reader, decimal unitsPerTick)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDecimal(out var number) ? Time(number, unitsPerTick) : null;
        if (reader.TokenType == JsonTokenType.String)
            return decimal.TryParse(Decode(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? Time(written, unitsPerTick) : null;

        reader.Skip();
        return null;
    }

    public static bool EntersObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;

        reader.Skip();
        return false;
    }

    private static DateTimeOffset? Time(decimal units, decimal unitsPerTick) =>
        units >= FirstTick * unitsPerTick && units < TickAfterLast * unitsPerTick ? DateTimeOffset.UnixEpoch.AddTicks((long)(units / unitsPerTick)) : null;
}
