using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Agnt5.Lambda.Events;

/// <summary>Takes a body out of its event, byte for byte: the caller has signed these bytes.</summary>
internal static class EventBody
{
    /// <param name="body">The member, which is text.</param>
    /// <param name="isBase64">Whether the text stands for bytes.</param>
    /// <exception cref="FormatException">It is no base64.</exception>
    /// <exception cref="InvalidOperationException">It is no text.</exception>
    public static ReadOnlyMemory<byte> Read(JsonElement body, bool isBase64)
    {
        var raw = JsonMarshal.GetRawUtf8Value(body);
        var reader = new Utf8JsonReader(raw);
        reader.Read();
        // Without quotes, and no escape is shorter than what it stands for.
        var bytes = new byte[raw.Length - 2];
        var length = reader.CopyString(bytes);
        if (isBase64 && Base64.DecodeFromUtf8InPlace(bytes.AsSpan(0, length), out length) != OperationStatus.Done)
            throw new FormatException("The body is no base64.");
        return bytes.AsMemory(0, length);
    }
}
