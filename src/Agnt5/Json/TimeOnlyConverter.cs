using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>
/// Times of a day. A text may have an offset, as the format <c>time</c> of JSON Schema demands. It is the time that a clock at that place shows: the offset is left out, since the value cannot
/// hold it and converting it would need a date.
/// </summary>
internal sealed class TimeOnlyConverter() : InternetTimeConverter<TimeOnly>(JsonMetadataServices.TimeOnlyConverter)
{
    // hh:mm:ss
    private const int ShortestLength = 8;

    protected override bool TryRead(ref Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        return !reader.HasValueSequence && TryParse(reader.ValueSpan, out value);
    }

    protected override bool TryRead(ReadOnlySpan<byte> text, out TimeOnly value) => TryParse(WithoutOffset(text), out value);

    private static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (text.Length < ShortestLength || text[2] != ':' || text[5] != ':'
            || !Utf8Parser.TryParse(text, out TimeSpan span, out var length, 'c') || length != text.Length || span.Ticks is < 0 or >= TimeSpan.TicksPerDay)
            return false;

        value = TimeOnly.FromTimeSpan(span);
        return true;
    }

    private static ReadOnlySpan<byte> WithoutOffset(ReadOnlySpan<byte> text) => text switch
    {
        [.. var time, (byte)'Z'] => time,
        [.. var time, (byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'2', var hour, (byte)':', >= (byte)'0' and <= (byte)'5', var minute]
            when char.IsAsciiDigit((char)hour) && char.IsAsciiDigit((char)minute) && (text[^5] != '2' || hour <= '3') => time,
        _ => text,
    };
}
