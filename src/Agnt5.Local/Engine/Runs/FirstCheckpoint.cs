namespace Agnt5.Local.Engine.Runs;

/// <summary>The checkpoint that a run of a session begins with (protocol section 6, "Agents"): no step, and the session's messages.</summary>
internal static class FirstCheckpoint
{
    public static ReadOnlyMemory<byte> With(string sessionId, ReadOnlyMemory<byte> session) => JournalData.Write((sessionId, session), static (json, saved) =>
    {
        json.WriteStartObject("steps");
        json.WriteEndObject();
        json.WriteStartObject("agent_sessions");
        json.WritePropertyName(saved.sessionId);
        json.WriteRawValue(saved.session.Span, skipInputValidation: true);
        json.WriteEndObject();
    });
}
