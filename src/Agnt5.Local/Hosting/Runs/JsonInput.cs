using System.Text.Json;
using System.Text.Unicode;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>Checks JSON that callers give and the engine only passes on: once, at the door.</summary>
internal static class JsonInput
{
    /// <summary>As deep as endpoints read untyped values (protocol section 8).</summary>
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    /// <returns>The JSON, <c>{}</c> for none.</returns>
    /// <exception cref="EngineException">It is no JSON. The message says where.</exception>
    public static ReadOnlyMemory<byte> Check(ReadOnlyMemory<byte> json, string code, string what)
    {
        if (json.IsEmpty)
            return EmptyObject;

        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            while (reader.Read())
            {
                // Reading is checking.
            }

            // The reader passes over the bytes of texts, and whoever reads the texts would fail.
            if (!Utf8.IsValid(json.Span))
                throw new EngineException(EngineErrorKind.Invalid, code, $"The {what} is no UTF-8. Nothing has happened.");
        }
        catch (JsonException exception)
        {
            throw new EngineException(
                EngineErrorKind.Invalid, code, $"The {what} is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} makes no sense. Nothing has happened.", exception);
        }

        return json;
    }
}
