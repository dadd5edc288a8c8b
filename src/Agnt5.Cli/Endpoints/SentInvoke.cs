using System.Text.Json;

namespace Agnt5.Cli.Endpoints;

/// <summary>What one invoke asks for (protocol section 4).</summary>
internal sealed record SentInvoke
{
    public required string RunId { get; init; }

    public required string ComponentType { get; init; }

    public required string ComponentName { get; init; }

    public int Attempt { get; init; }

    public required JsonElement Input { get; init; }

    /// <summary>The checkpoint of the last answer, or an undefined element for a run that begins.</summary>
    public JsonElement Checkpoint { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>How long the endpoint may take, in ms.</summary>
    public long TimeoutMs { get; init; } = 60_000;

    public static string NewRunId() => $"run_cli_{Guid.NewGuid():N}";

    /// <summary>The body, whose budget counts from now.</summary>
    /// <param name="now">When it is sent.</param>
    public byte[] ToBody(DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, now);
        return buffer.ToArray();
    }

    private void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("protocol_version"u8, "workerless.v1"u8);
        json.WriteString("run_id"u8, RunId);
        json.WriteString("component_type"u8, ComponentType);
        json.WriteString("component_name"u8, ComponentName);
        json.WriteNumber("attempt"u8, Attempt);
        json.WriteBoolean("is_streaming"u8, false);
        json.WritePropertyName("input"u8);
        Input.WriteTo(json);
        json.WriteStartObject("metadata"u8);
        foreach (var (name, value) in Metadata)
            json.WriteString(name, value);
        json.WriteEndObject();
        if (Checkpoint.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName("checkpoint"u8);
            Checkpoint.WriteTo(json);
        }

        json.WriteStartObject("budget"u8);
        json.WriteNumber("deadline_ms"u8, now.ToUnixTimeMilliseconds() + TimeoutMs);
        json.WriteNumber("request_timeout_ms"u8, TimeoutMs);
        json.WriteNumber("yield_before_timeout_ms"u8, 1_000);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
