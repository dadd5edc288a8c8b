using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Dates with a time, with or without an offset.</summary>
internal sealed class DateTimeConverter() : InternetTimeConverter<DateTime>(JsonMetadataServices.DateTimeConverter)
{
    protected override bool TryRead(ref Utf8JsonReader reader, out DateTime value) => reader.TryGetDateTime(out value);

    protected override bool TryRead(ReadOnlySpan<byte> text, out DateTime value)
    {
        var reader = QuotedTime.Read(stackalloc byte[InternetTime.MaxLength + 2], text);
        return reader.TryGetDateTime(out value);
    }
}

/// <summary>Dates with a time and an offset.</summary>
internal sealed class DateTimeOffsetConverter() : InternetTimeConverter<DateTimeOffset>(JsonMetadataServices.DateTimeOffsetConverter)
{
    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value) => reader.TryGetDateTimeOffset(out value);

    protected override bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        var reader = QuotedTime.Read(stackalloc byte[InternetTime.MaxLength + 2], text);
        return reader.TryGetDateTimeOffset(out value);
    }
}

/// <summary>Lets the serializer's reader, which alone knows its forms of a date, read a text that is not JSON.</summary>
file static class QuotedTime
{
    /// <param name="json">Takes the text and its quotes.</param>
    /// <param name="text">The text, without characters that JSON escapes.</param>
    public static Utf8JsonReader Read(Span<byte> json, ReadOnlySpan<byte> text)
    {
        json = json[..(text.Length + 2)];
        text.CopyTo(json[1..]);
        json[0] = json[^1] = (byte)'"';
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader;
    }
}
