using System.Text.Json;
using Agnt5.Local.Payloads;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>The body of an invoke (protocol section 4), on pooled memory. Input and checkpoint go into it as they are.</summary>
internal sealed class InvokeBody : IDisposable
{
    // What stands around input and checkpoint.
    private const int UsualFrame = 1024;

    private readonly PooledBuffer _buffer;

    private InvokeBody(PooledBuffer buffer) => _buffer = buffer;

    /// <summary>The body as UTF-8 JSON. Valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Json => _buffer.Memory;

    /// <summary>Writes a body.</summary>
    public static InvokeBody Write(InvokeParts parts)
    {
        var buffer = new PooledBuffer(UsualFrame + parts.Run.Checkpoint.Length + (parts.InputLink is null ? parts.Input.Length : 0));
        var writer = JsonWriterCache.Rent(buffer);
        try
        {
            writer.WriteStartObject();
            WriteRun(writer, parts);
            WriteInput(writer, parts);
            if (parts.Upload is { } upload)
                WriteUpload(writer, upload);
            InvokeMetadata.Write(writer, parts.Run);
            WriteRaw(writer, "checkpoint"u8, parts.Run.Checkpoint);
            WriteBudget(writer, parts);
            writer.WriteEndObject();
            writer.Flush();
        }
        finally
        {
            JsonWriterCache.Return(writer);
        }

        return new InvokeBody(buffer);
    }

    /// <summary>Gives the memory back. Not where something may still read it, see <see cref="InvokeRequest.IsOutlived"/>.</summary>
    public void Dispose() => _buffer.Dispose();

    private static void WriteRun(Utf8JsonWriter writer, InvokeParts parts)
    {
        var spec = parts.Run.Spec;
        writer.WriteString("protocol_version"u8, "workerless.v1"u8);
        writer.WriteString("run_id"u8, spec.RunId);
        writer.WriteString("project_id"u8, "local"u8);
        writer.WriteString("deployment_id"u8, spec.DeploymentId);
        writer.WriteString("component_type"u8, spec.ComponentType);
        writer.WriteString("component_name"u8, spec.ComponentName);
        writer.WriteNumber("attempt"u8, parts.Run.Attempt);
        writer.WriteBoolean("is_streaming"u8, spec.IsStreaming);
    }

    private static void WriteInput(Utf8JsonWriter writer, InvokeParts parts)
    {
        if (parts.InputLink is not { } link)
        {
            WriteRaw(writer, "input"u8, parts.Input);
            return;
        }

        writer.WriteStartObject("input_ref"u8);
        WriteLink(writer, link.Url, "GET"u8);
        writer.WriteNumber("size_bytes"u8, link.SizeBytes);
        writer.WriteString("sha256"u8, link.Sha256);
        EndLink(writer, link.ExpiresAtMs);
    }

    private static void WriteUpload(Utf8JsonWriter writer, UploadLink upload)
    {
        writer.WriteStartObject("output_upload"u8);
        WriteLink(writer, upload.Url, "PUT"u8);
        writer.WriteString("ref"u8, upload.Ref);
        writer.WriteNumber("threshold_bytes"u8, upload.ThresholdBytes);
        writer.WriteNumber("max_bytes"u8, upload.MaxBytes);
        EndLink(writer, upload.ExpiresAtMs);
    }

    private static void WriteLink(Utf8JsonWriter writer, string url, ReadOnlySpan<byte> method)
    {
        writer.WriteString("kind"u8, "agnt5.object_store.signed_url.v1"u8);
        writer.WriteString("url"u8, url);
        writer.WriteString("method"u8, method);
    }

    private static void EndLink(Utf8JsonWriter writer, long expiresAtMs)
    {
        writer.WriteString("content_type"u8, "application/json"u8);
        writer.WriteNumber("expires_at_ms"u8, expiresAtMs);
        writer.WriteEndObject();
    }

    private static void WriteBudget(Utf8JsonWriter writer, InvokeParts parts)
    {
        writer.WriteStartObject("budget"u8);
        writer.WriteNumber("deadline_ms"u8, UnixTime.Add(parts.NowMs, parts.Deployment.RequestTimeoutMs));
        writer.WriteNumber("request_timeout_ms"u8, parts.Deployment.RequestTimeoutMs);
        writer.WriteNumber("yield_before_timeout_ms"u8, parts.Deployment.YieldBeforeTimeoutMs);
        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return;

        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Span, skipInputValidation: true);
    }
}
