using System.Text.Json;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The checkpoint of an answer, and the agents' sessions in it.</summary>
/// <param name="Json">The checkpoint as it stands in the answer.</param>
/// <param name="Sessions">The sessions by id, each as it stands in the answer.</param>
internal readonly record struct AnswerCheckpoint(ReadOnlyMemory<byte> Json, IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> Sessions)
{
    public static AnswerCheckpoint Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        AnswerValue.BeginObject(ref reader, "checkpoint");
        var start = (int)reader.TokenStartIndex;
        IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> sessions = [];
        while (AnswerValue.NextName(ref reader))
        {
            if (reader.ValueTextEquals("agent_sessions"u8))
                sessions = ReadSessions(ref reader, answer);
            else if (reader.ValueTextEquals("steps"u8))
                _ = AnswerValue.Object(ref reader, answer, "checkpoint.steps");
            else
                AnswerValue.Skip(ref reader);
        }

        return new AnswerCheckpoint(answer[start..(int)reader.BytesConsumed], sessions);
    }

    private static List<KeyValuePair<string, ReadOnlyMemory<byte>>> ReadSessions(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        AnswerValue.BeginObject(ref reader, "checkpoint.agent_sessions");
        var sessions = new List<KeyValuePair<string, ReadOnlyMemory<byte>>>();
        while (AnswerValue.NextName(ref reader))
        {
            var id = reader.GetString()!;
            sessions.Add(new(id, AnswerValue.Object(ref reader, answer, "checkpoint.agent_sessions.*")));
        }

        return sessions;
    }
}
