using System.Text;
using System.Text.Json;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Agents;

/// <summary>The content of an agent's input, in any of its forms (protocol section 6, "Agents").</summary>
/// <param name="Message">The user's message, trimmed.</param>
/// <param name="SessionId">The session's id in the input, or <see langword="null"/>. It counts only where the app lets inputs choose sessions.</param>
/// <param name="History">The conversation so far, from the input: what users and agents said. The checkpoint's history wins over it.</param>
internal sealed record AgentInput(string Message, string? SessionId, IReadOnlyList<SessionMessage> History)
{
    /// <summary>Whether the message was given as a text. Otherwise it is the JSON of the input.</summary>
    public bool IsText { get; private init; }

    /// <param name="json">The input, empty when there is none.</param>
    public static AgentInput Read(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return new AgentInput("{}", SessionId: null, []);

        var input = JsonTree.Parse(json).Root;
        if (input.ValueKind == JsonValueKind.String)
            return new AgentInput(JsonText.Of(input).Trim(), SessionId: null, []) { IsText = true };
        if (input.ValueKind != JsonValueKind.Object)
            return new AgentInput(Json(input), SessionId: null, []);

        var text = Text(input, "prompt"u8) ?? Text(input, "message"u8) ?? Text(input, "input"u8);
        var history = input.TryGetProperty("history"u8, out var messages) ? SessionJson.ReadMessages(messages) : null;
        return new AgentInput(text ?? Json(input), Text(input, "session_id"u8), SessionHistory.OfConversation(history ?? [])) { IsText = text is not null };
    }

    // Written again, without the white space of the caller.
    private static string Json(JsonPart input)
    {
        try
        {
            return Encoding.UTF8.GetString(JsonBytes.Write(input, static (writer, value) => JsonCopy.Write(writer, value.Raw)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON can escape it, but no text can hold it.
            return Encoding.UTF8.GetString(input.Raw);
        }
    }

    private static string? Text(JsonPart input, ReadOnlySpan<byte> name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonText.Of(value).Trim() is { Length: > 0 } text ? text : null;
}
