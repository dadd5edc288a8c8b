using System.Globalization;
using System.Text;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Reads and writes the small values that the SDK records for itself. It reads strictly: a wrong record ends the run instead of changing its course.</summary>
internal static class RecordedValues
{
    public static byte[] True { get; } = "true"u8.ToArray();

    public static byte[] Null { get; } = "null"u8.ToArray();

    public static byte[] Write(long value) => Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="NonRetryableException">The record is not an integer.</exception>
    public static long ReadInteger(string key, ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && WholeNumber.From(value) is { } number
            ? number
            : throw Corrupt(key, "an integer");
    }

    /// <param name="key">The record's key, for the message.</param>
    /// <param name="json">The record.</param>
    /// <param name="expected">A description of a valid record, for the message.</param>
    /// <param name="read">Reads the record from the document's root.</param>
    /// <exception cref="NonRetryableException">The record is not valid.</exception>
    public static T Read<T>(string key, ReadOnlyMemory<byte> json, string expected, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Corrupt(key, expected, exception);
        }
    }

    private static NonRetryableException Corrupt(string key, string expected, Exception? cause = null) =>
        new($"The checkpoint's record '{key}' is not {expected}, so the run cannot continue. Start a new run.", cause);
}
