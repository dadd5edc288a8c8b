using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>A step's retry that waits for a timer (protocol section 6, <c>agnt5:retry:{key}</c>).</summary>
/// <param name="Attempt">How many attempts were made, which is the index of the next attempt from 0.</param>
/// <param name="ReadyAtMs">When the next attempt may begin, in Unix ms.</param>
internal sealed record StepRetry(int Attempt, long ReadyAtMs)
{
    /// <summary>Returns the pending retry of a step, or <see langword="null"/> when there is none.</summary>
    public static StepRetry? Find(Checkpoint checkpoint, string stepKey)
    {
        var key = DurableKey.Retry(stepKey);
        return checkpoint.TryGetReserved(key, out var json)
            ? RecordedValues.Read(key, json, "a retry with its attempt and time", Read)
            : null;
    }

    public void Record(Checkpoint checkpoint, string stepKey) => checkpoint.Record(DurableKey.Retry(stepKey), JsonBytes.Write(this, static (writer, retry) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("attempt"u8, retry.Attempt);
        writer.WriteNumber("ready_at_ms"u8, retry.ReadyAtMs);
        writer.WriteEndObject();
    }));

    /// <summary>Ends the retries of a step that has its outcome.</summary>
    public static void Remove(Checkpoint checkpoint, string stepKey)
    {
        if (checkpoint.HasReserved)
            checkpoint.Remove(DurableKey.Retry(stepKey));
    }

    private static StepRetry Read(JsonElement root)
    {
        var attempt = root.GetProperty("attempt"u8).GetInt32();
        return attempt is >= 0 and < int.MaxValue ? new StepRetry(attempt, root.GetProperty("ready_at_ms"u8).GetInt64()) : throw new FormatException();
    }
}
