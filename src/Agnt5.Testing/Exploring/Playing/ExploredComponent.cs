using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Primitives;
using Agnt5.Testing.Exploring.Scripts;
using Agnt5.Testing.Json;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>What is explored: the component, and the run of it that the test starts.</summary>
/// <param name="request">The run.</param>
/// <param name="catalog">The components.</param>
internal sealed class ExploredComponent(RunRequest request, ComponentCatalog catalog)
{
    private const string RunId = "run_1";

    // Far from any step: the clock stands still. Nearly all of it counts as spent, so that each wait between two attempts of a step is a timer of the run.
    private const long BudgetMs = 60_000;

    public string Name => request.ComponentName;

    public ReadOnlyMemory<byte> Input => request.Input;

    /// <summary>How often AGNT5 attempts the run.</summary>
    public int MostAttempts { get; } = AttemptsOf(request, catalog);

    /// <summary>Writes an invoke (protocol section 4).</summary>
    public byte[] WriteInvoke(int attempt, ReadOnlyMemory<byte> checkpoint, WakeUp wakeUp, DateTimeOffset now) => JsonBytes.Write(
        (Request: request, attempt, checkpoint, wakeUp, NowMs: now.ToUnixTimeMilliseconds()),
        static (writer, given) =>
        {
            writer.WriteStartObject();
            writer.WriteString("protocol_version"u8, "workerless.v1"u8);
            writer.WriteString("run_id"u8, RunId);
            writer.WriteString("component_type"u8, given.Request.ComponentType);
            writer.WriteString("component_name"u8, given.Request.ComponentName);
            writer.WriteNumber("attempt"u8, given.attempt);
            WriteRaw(writer, "input"u8, given.Request.Input);
            WriteMetadata(writer, given.Request, given.wakeUp);
            WriteRaw(writer, "checkpoint"u8, given.checkpoint);
            writer.WriteStartObject("budget"u8);
            writer.WriteNumber("deadline_ms"u8, given.NowMs + BudgetMs);
            writer.WriteNumber("yield_before_timeout_ms"u8, BudgetMs - 1);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void WriteMetadata(Utf8JsonWriter writer, RunRequest request, WakeUp wakeUp)
    {
        writer.WriteStartObject("metadata"u8);
        foreach (var (name, value) in request.Metadata)
            writer.WriteString(name, value);
        foreach (var (name, value) in ((string, string?)[])[("session_id", request.SessionId), ("user_id", request.UserId), ("tenant_id", request.TenantId)])
        {
            if (value is not null)
                writer.WriteString(name, value);
        }

        foreach (var (name, value) in wakeUp.Metadata)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return;

        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Span, skipInputValidation: true);
    }

    private static int AttemptsOf(RunRequest request, ComponentCatalog catalog)
    {
        var components = TestJson.Parse(catalog.ManifestComponents.ToArray().AsMemory())!.Value;
        var declared = components.EnumerateArray().FirstOrDefault(one => one.Text("name") == request.ComponentName && one.Text("component_type") == request.ComponentType);
        return declared.ValueKind == JsonValueKind.Object && declared.TryGetProperty("flow_control", out var flow) && flow.TryGetProperty("retries", out var retries)
            ? (int)(retries.Number("max_attempts") ?? 1)
            : RetryPolicy.None.MaxAttempts;
    }
}
