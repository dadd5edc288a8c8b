using System.Text.Json;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Agents;

/// <summary>
/// The sessions of a checkpoint (protocol section 6, "Agents"): those that came with the request, and the turns that completed in this run. They are written when the run completes. Until then
/// every slice replays the turns from their records, so that each message is in the history once.
/// </summary>
/// <param name="given">The checkpoint's <c>agent_sessions</c>, or empty.</param>
internal sealed class AgentSessions(ReadOnlyMemory<byte> given)
{
    private readonly OrderedDictionary<string, (IReadOnlyList<SessionMessage> Messages, long UpdatedAtMs)> _changed = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);

    // Read once: a run may ask for as many sessions as came.
    private OrderedDictionary<string, JsonPart>? _givenByName;

    public bool AreChanged => _changed.Count > 0;

    /// <summary>The messages of a session, or <see langword="null"/> when it has none.</summary>
    public IReadOnlyList<SessionMessage>? Find(string session)
    {
        if (FindChanged(session) is { } changed)
            return changed;

        return Given.TryGetValue(session, out var found) && found.TryGetProperty("messages"u8, out var messages)
            ? SessionJson.ReadMessages(messages)
            : null;
    }

    /// <summary>Numbers a turn that a run begins in a session, from 1 in call order.</summary>
    public int NumberTurn(string session) => _turns[session] = _turns.GetValueOrDefault(session) + 1;

    /// <summary>The messages of a session that a turn of this run was added to, or <see langword="null"/>.</summary>
    public IReadOnlyList<SessionMessage>? FindChanged(string session) => _changed.TryGetValue(session, out var changed) ? changed.Messages : null;

    public void Set(string session, IReadOnlyList<SessionMessage> messages, long updatedAtMs) =>
        _changed[session] = ([.. messages.Select(static message => new SessionMessage(WireText.Repair(message.Role), WireText.Repair(message.Content)))], updatedAtMs);

    /// <summary>Writes all sessions. Unchanged sessions are written as they came.</summary>
    public byte[] Write() => JsonBytes.Write(this, static (writer, sessions) => sessions.WriteTo(writer));

    private OrderedDictionary<string, JsonPart> Given => _givenByName ??= ReadGiven();

    private OrderedDictionary<string, JsonPart> ReadGiven()
    {
        var sessions = new OrderedDictionary<string, JsonPart>(StringComparer.Ordinal);
        if (given.IsEmpty)
            return sessions;

        foreach (var session in JsonTree.Parse(given).Root.EnumerateObject())
        {
            if (NameOf(session) is { } name)
                sessions[name] = session.Value;
        }

        return sessions;
    }

    // A name with an escaped half of a surrogate pair is left out: no text can ask for such a session.
    private static string? NameOf(JsonMember session)
    {
        try
        {
            return session.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (session, value) in Given)
        {
            if (_changed.ContainsKey(session))
                continue;
            writer.WritePropertyName(session);
            writer.WriteRawValue(value.Raw, skipInputValidation: true);
        }

        foreach (var (session, (messages, updatedAtMs)) in _changed)
        {
            writer.WritePropertyName(session);
            SessionJson.Write(writer, messages, updatedAtMs);
        }

        writer.WriteEndObject();
    }
}
