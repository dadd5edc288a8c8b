using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    /// <summary>Starts a run for each input.</summary>
    /// <param name="target">The component.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">How the runs are made.</param>
    /// <param name="cancellationToken">Ends the call, and not the batch.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<BatchInfo> BatchAsync(RunTarget target, IEnumerable<JsonElement> inputs, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return BatchAsync(target, inputs, static (writer, input) => writer.Json("input", input), options, cancellationToken);
    }

    /// <summary>Starts a run for each typed input.</summary>
    /// <param name="target">The component.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="inputType">The JSON metadata of an input.</param>
    /// <param name="options">How the runs are made.</param>
    /// <param name="cancellationToken">Ends the call, and not the batch.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<BatchInfo> BatchAsync<TInput>(
        RunTarget target, IEnumerable<TInput> inputs, JsonTypeInfo<TInput> inputType, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(inputType);
        return BatchAsync(target, inputs, (writer, input) => writer.Json("input", input, inputType), options, cancellationToken);
    }

    /// <summary>Reads how far a batch has come.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="includeResults">Whether the runs are told too.</param>
    /// <param name="options">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such batch, or the call went wrong.</exception>
    public async Task<BatchInfo> BatchStatusAsync(string batchId, bool includeResults = true, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var path = GatewayPath.WithQuery(BatchPath(batchId), ("include_results", includeResults ? "true" : "false"));
        return BatchOf(await GetAsync(path, options, runId: null, cancellationToken).ConfigureAwait(false), batchId);
    }

    /// <summary>Cancels a batch. Runs that have ended stay as they are.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="reason">Why.</param>
    /// <param name="options">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such batch, it has ended, or the call went wrong.</exception>
    public async Task<BatchInfo> CancelBatchAsync(string batchId, string? reason = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = new GatewayCall { Method = HttpMethod.Delete, Path = GatewayPath.WithQuery(BatchPath(batchId), ("reason", reason)), Options = options };
        return BatchOf((await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false)).Json, batchId);
    }

    private async Task<BatchInfo> BatchAsync<TInput>(
        RunTarget target, IEnumerable<TInput> inputs, Action<Utf8JsonWriter, TInput> write, BatchOptions? options, CancellationToken cancellationToken)
    {
        var settings = options ?? new();
        var body = Bodies.Object(writer =>
        {
            writer.WriteStartArray("items");
            foreach (var (index, input) in inputs.Index())
            {
                writer.WriteStartObject();
                writer.WriteNumber("index", index);
                write(writer, input);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("config");
            writer.WriteNumber("max_concurrency", settings.MaxConcurrency);
            writer.WriteBoolean("continue_on_failure", settings.ContinueOnFailure);
            if (settings.Timeout is { } timeout)
                writer.WriteNumber("batch_timeout_ms", (long)timeout.TotalMilliseconds);
            if (settings.ItemTimeout is { } itemTimeout)
                writer.WriteNumber("default_item_timeout_ms", (long)itemTimeout.TotalMilliseconds);
            writer.WriteEndObject();
            writer.Json("metadata", settings.Metadata);
        });
        var run = new RunOptions { TenantId = settings.TenantId, DeploymentId = settings.DeploymentId, TraceParent = settings.TraceParent, IdempotencyKey = settings.IdempotencyKey };
        var call = StartOf(target, "batch", body, run);
        var answer = await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false);
        return BatchOf(answer.Json, answer.Json.Text("batch_id") ?? throw _gateway.Errors.Unexpected(call, answer.Status, "JSON without a batch_id"));
    }

    private static string BatchPath(string batchId) => $"/v1/batches/{GatewayPath.Segment(batchId, nameof(batchId))}";

    private static BatchInfo BatchOf(JsonElement json, string batchId)
    {
        var counts = json.Get("stats");
        return new()
        {
            BatchId = json.Text("batch_id") ?? batchId,
            Status = json.Text("status") ?? "unknown",
            TotalItems = counts.Number("total_items") ?? json.Number("total_items"),
            CompletedItems = counts.Number("completed_items") ?? json.Number("completed_items"),
            FailedItems = counts.Number("failed_items") ?? json.Number("failed_items"),
            Runs = [.. json.Items("results").OrderBy(static item => item.Number("index") ?? long.MaxValue).Select(static item => RunReader.Read(item))],
            Json = json,
        };
    }
}
