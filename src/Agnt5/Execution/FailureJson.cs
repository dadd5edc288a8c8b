using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>One recorded failure of a step: <c>{type, message, types?, final?, attempt?}</c> (protocol section 6).</summary>
internal static class FailureJson
{
    private static readonly string FinalType = typeof(NonRetryableException).FullName!;

    /// <summary>Reads a failure of a step.</summary>
    public static StepFailure Read(string stepKey, JsonElement failure, int number)
    {
        var type = failure.GetProperty("type"u8).GetString() ?? "";
        var isMarkedFinal = failure.TryGetProperty("final"u8, out var final) && final.ValueKind == JsonValueKind.True;
        IReadOnlyList<string> types = failure.TryGetProperty("types"u8, out var behind) ? [.. behind.EnumerateArray().Select(static name => name.GetString() ?? "")] : [];
        var exception = new StepFailedException(stepKey, type, failure.GetProperty("message"u8).GetString() ?? "", types) { IsFinal = isMarkedFinal || type == FinalType };
        return new StepFailure(exception)
        {
            Number = number,
            IsRecorded = true,
            Attempt = failure.TryGetProperty("attempt"u8, out var attempt) ? attempt.GetInt32() : null,
            GivenAt = failure.TryGetProperty("events"u8, out var events) ? new BodyProgress(events.GetInt64(), failure.GetProperty("times"u8).GetInt32()) : null,
        };
    }

    /// <param name="failure">The failure.</param>
    /// <param name="now">How far the code has come.</param>
    public static byte[] Write(StepFailure failure, BodyProgress now) => JsonBytes.Write((failure, now), static (writer, source) => Write(writer, source.failure, source.now));

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
            WriteUntilTriedAgain(writer, attempt, failure.GivenAt, now);
        writer.WriteEndObject();
    }

    // The events and times since then belong to a branch that the next attempt may not take.
    private static void WriteUntilTriedAgain(Utf8JsonWriter writer, int attempt, BodyProgress? givenAt, BodyProgress now)
    {
        writer.WriteNumber("attempt"u8, attempt);
        if (givenAt is null || givenAt == now)
            return;

        writer.WriteNumber("events"u8, givenAt.Events);
        writer.WriteNumber("times"u8, givenAt.Times);
    }
}
