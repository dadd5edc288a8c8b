using System.Text.Json;
using Agnt5.Json;

namespace Agnt5.Agents;

/// <summary>The messages of a session on the wire (protocol section 6, "Agents").</summary>
internal static class SessionJson
{
    /// <summary>Reads a list of messages, and drops entries that are not objects. <see langword="null"/> when the value is not a list.</summary>
    public static IReadOnlyList<SessionMessage>? ReadMessages(JsonPart messages)
    {
        if (messages.ValueKind != JsonValueKind.Array)
            return null;

        var read = new List<SessionMessage>(messages.Count);
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind == JsonValueKind.Object)
                read.Add(ReadMessage(message));
        }

        return read;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SessionMessage> messages, long updatedAtMs)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role);
            writer.WriteString("content"u8, message.Content);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("updated_at_ms"u8, updatedAtMs);
        writer.WriteEndObject();
    }

    private static SessionMessage ReadMessage(JsonPart message) => new(
        Member(message, "role"u8) is { Length: > 0 } role ? role : "user",
        Member(message, "content"u8) ?? "");

    private static string? Member(JsonPart message, ReadOnlySpan<byte> name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value).Trim() : null;
}
