using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Dispatch;

/// <summary>Writes the metadata of an invoke: what the run was accepted with, and what woke it (protocol section 6).</summary>
internal static class InvokeMetadata
{
    // Who accepts a run must not answer its questions with the same call.
    private static readonly HashSet<string> WrittenHere = new(StringComparer.Ordinal)
    {
        "session_id", "user_id", "tenant_id", "deployment_id", "root_run_id", "traceparent",
        "user_response", "pause_index", "step_events", "signal_name", "waiting_step", "signal_payload",
    };

    public static void Write(Utf8JsonWriter writer, RunState run)
    {
        writer.WriteStartObject("metadata"u8);
        WriteSpec(writer, run.Spec);
        if (run.LatestAnswer is { } answer)
            WriteAnswer(writer, answer);
        if (run.LatestSignal is { } signal)
            WriteSignal(writer, signal);
        writer.WriteEndObject();
    }

    private static void WriteSpec(Utf8JsonWriter writer, RunSpec spec)
    {
        foreach (var (name, value) in spec.Metadata)
        {
            if (!WrittenHere.Contains(name))
                writer.WriteString(name, value);
        }

        WriteKnown(writer, "session_id"u8, "session_id", spec.SessionId, spec);
        WriteKnown(writer, "user_id"u8, "user_id", spec.UserId, spec);
        WriteKnown(writer, "tenant_id"u8, "tenant_id", spec.TenantId, spec);
        WriteKnown(writer, "root_run_id"u8, "root_run_id", spec.RootRunId, spec);
        WriteKnown(writer, "traceparent"u8, "traceparent", spec.TraceParent, spec);
        writer.WriteString("deployment_id"u8, spec.DeploymentId);
    }

    private static void WriteAnswer(Utf8JsonWriter writer, GivenAnswer answer)
    {
        writer.WriteString("user_response"u8, answer.Response);
        if (answer.PauseIndex is { } index)
            writer.WriteString("pause_index"u8, index.ToString(CultureInfo.InvariantCulture));
        if (answer.StepEvents is { } stepEvents)
            writer.WriteString("step_events"u8, stepEvents);
    }

    private static void WriteSignal(Utf8JsonWriter writer, GivenSignal signal)
    {
        writer.WriteString("signal_name"u8, signal.Name);
        if (signal.WaitingStep is { } step)
            writer.WriteString("waiting_step"u8, step);
        writer.WriteString("signal_payload"u8, signal.Payload);
    }

    // The metadata that the run came with counts where nothing else is known.
    private static void WriteKnown(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string key, string? known, RunSpec spec)
    {
        if ((known ?? spec.Metadata.GetValueOrDefault(key)) is { } value)
            writer.WriteString(name, value);
    }
}
