using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Agnt5.Cli.Output;

/// <summary>JSON as people read it: in one line, and with letters of all languages as they are.</summary>
internal static class RelaxedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
