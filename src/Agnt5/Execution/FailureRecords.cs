using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Reads and writes the recorded failures of a step: a list of <c>{type, message, types?, final?, attempt?}</c> (protocol section 6).</summary>
internal static class FailureRecords
{
    private static readonly string FinalType = typeof(NonRetryableException).FullName!;

    /// <exception cref="NonRetryableException">The record is not valid.</exception>
    public static List<StepFailure> Read(Checkpoint checkpoint, string stepKey)
    {
        var key = DurableKey.Failures(stepKey);
        return checkpoint.TryGetReserved(key, out var json)
            ? RecordedValues.Read(key, json, "a list of failures", root => root.EnumerateArray().Select(failure => Read(stepKey, failure)).ToList())
            : [];
    }

    /// <summary>Records the failures of a step, or removes the record when there are none.</summary>
    /// <param name="checkpoint">The run's records.</param>
    /// <param name="stepKey">The step.</param>
    /// <param name="failures">Its failures, in order.</param>
    /// <param name="now">How far the code has come.</param>
    public static void Write(Checkpoint checkpoint, string stepKey, List<StepFailure> failures, BodyProgress now)
    {
        var key = DurableKey.Failures(stepKey);
        if (failures.Count == 0)
        {
            checkpoint.Remove(key);
            return;
        }

        var json = JsonBytes.Write((failures, now), static (writer, all) =>
        {
            writer.WriteStartArray();
            foreach (var failure in all.failures)
                Write(writer, failure, all.now);
            writer.WriteEndArray();
        });
        // An unchanged record is not written again: it would count as news.
        if (!checkpoint.TryGetReserved(key, out var recorded) || !recorded.Span.SequenceEqual(json))
            checkpoint.Record(key, json);
    }

    private static StepFailure Read(string stepKey, JsonElement failure)
    {
        var type = failure.GetProperty("type"u8).GetString() ?? "";
        var isMarkedFinal = failure.TryGetProperty("final"u8, out var final) && final.ValueKind == JsonValueKind.True;
        IReadOnlyList<string> types = failure.TryGetProperty("types"u8, out var behind) ? [.. behind.EnumerateArray().Select(static name => name.GetString() ?? "")] : [];
        var exception = new StepFailedException(stepKey, type, failure.GetProperty("message"u8).GetString() ?? "", types) { IsFinal = isMarkedFinal || type == FinalType };
        return new StepFailure(exception)
        {
            IsRecorded = true,
            Attempt = failure.TryGetProperty("attempt"u8, out var attempt) ? attempt.GetInt32() : null,
            GivenAt = failure.TryGetProperty("events"u8, out var events) ? new BodyProgress(events.GetInt64(), failure.GetProperty("times"u8).GetInt32()) : null,
        };
    }

    private static void Write(Utf8JsonWriter writer, StepFailure failure, BodyProgress now)
    {
        var exception = failure.Exception;
        writer.WriteStartObject();
        writer.WriteString("type"u8, exception.ErrorType);
        writer.WriteString("message"u8, exception.Message);
        if (exception.Types.Count > 0)
        {
            writer.WriteStartArray("types"u8);
            foreach (var type in exception.Types)
                writer.WriteStringValue(type);
            writer.WriteEndArray();
        }

        // For this type, the name alone already says that the failure is final.
        if (exception.IsFinal && exception.ErrorType != FinalType)
            writer.WriteBoolean("final"u8, true);
        if (failure.Attempt is { } attempt)
            WriteUntilTriedAgain(writer, attempt, failure.GivenAt!, now);
        writer.WriteEndObject();
    }

    // The events and times since then belong to a branch that the next attempt may not take.
    private static void WriteUntilTriedAgain(Utf8JsonWriter writer, int attempt, BodyProgress givenAt, BodyProgress now)
    {
        writer.WriteNumber("attempt"u8, attempt);
        if (givenAt == now)
            return;

        writer.WriteNumber("events"u8, givenAt.Events);
        writer.WriteNumber("times"u8, givenAt.Times);
    }
}
