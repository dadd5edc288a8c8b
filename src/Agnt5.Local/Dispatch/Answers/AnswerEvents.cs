using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The events of an answer (protocol section 6, "Events").</summary>
internal static class AnswerEvents
{
    /// <summary>The most events of one answer. Each becomes a line in the journal.</summary>
    public const int Most = 50_000;

    public static IReadOnlyList<EmittedByEndpoint> Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        AnswerValue.BeginList(ref reader, "events");
        var events = new List<EmittedByEndpoint>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (events.Count == Most)
                throw new MalformedAnswerException("events", $"has more than {Most.ToString(CultureInfo.InvariantCulture)} entries");
            events.Add(ReadItem(ref reader, answer, events.Count));
        }

        return events;
    }

    private static EmittedByEndpoint ReadItem(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"events[{index}]");
        if (reader.TokenType != JsonTokenType.StartObject)
            throw AnswerValue.OtherKind(reader, path, "an object");

        try
        {
            return ReadMembers(ref reader, answer);
        }
        catch (MalformedAnswerException exception)
        {
            throw exception.In(path);
        }
    }

    private static EmittedByEndpoint ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        string? type = null;
        string? stepKey = null;
        ReadOnlyMemory<byte> data = default;
        var metadata = EmptyMetadata.Value;
        while (AnswerValue.NextName(ref reader))
        {
            if (reader.ValueTextEquals("event_type"u8))
                type = AnswerValue.Name(ref reader, "event_type");
            else if (reader.ValueTextEquals("data"u8))
                data = AnswerValue.Json(ref reader, answer);
            else if (reader.ValueTextEquals("metadata"u8))
                metadata = AnswerValue.Texts(ref reader, "metadata");
            else if (reader.ValueTextEquals("step_key"u8))
                stepKey = AnswerValue.Text(ref reader, "step_key");
            else
                SkipKnown(ref reader);
        }

        return new EmittedByEndpoint
        {
            EventType = type ?? throw new MalformedAnswerException("event_type", "is missing"),
            Data = data,
            Metadata = metadata,
            StepKey = stepKey,
        };
    }

    // What the journal does not keep must be of the right kind all the same.
    private static void SkipKnown(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("timestamp_ns"u8))
            _ = AnswerValue.Count(ref reader, "timestamp_ns");
        else if (reader.ValueTextEquals("data_type"u8))
            _ = AnswerValue.Text(ref reader, "data_type");
        else if (reader.ValueTextEquals("correlation_id"u8))
            _ = AnswerValue.Text(ref reader, "correlation_id");
        else if (reader.ValueTextEquals("parent_event_id"u8))
            _ = AnswerValue.Text(ref reader, "parent_event_id");
        else
            AnswerValue.Skip(ref reader);
    }
}
