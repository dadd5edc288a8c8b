using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    /// <summary>Finds a run by its id, to wait for it, follow and answer it. Nothing is asked of the gateway.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    public RunHandle<JsonElement> Find(string runId, CallOptions? options = null) => new(this, Checked(runId), Output.Untyped, options);

    /// <summary>Finds a run by its id, with a typed output.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">The tenant that it was started for.</param>
    public RunHandle<TOutput> Find<TOutput>(string runId, JsonTypeInfo<TOutput> outputType, CallOptions? options = null) => new(this, Checked(runId), Output.Of(outputType), options);

    /// <summary>Reads how far a run has come.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, or the call went wrong.</exception>
    public Task<RunInfo> StatusAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadRunAsync(GatewayPath.Run(runId), runId, accepts: null, options, cancellationToken);

    /// <summary>Reads the result of a run, or <see langword="null"/> while it has not ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, or the call went wrong.</exception>
    public async Task<RunInfo?> ResultAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (result, _) = await PollAsync(runId, options, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Reads the output of a run, also one that is stored apart because it is large.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The output, or <see cref="JsonValueKind.Undefined"/> where the run has none.</returns>
    /// <exception cref="Agnt5Exception">There is no such run or output, the output is larger than <see cref="Agnt5ClientOptions.MaxAnswerBytes"/>, or the call went wrong.</exception>
    public async Task<JsonElement> OutputAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        (await GetAsync(GatewayPath.Run(runId, "/output"), options, runId, cancellationToken).ConfigureAwait(false)).Get("output");

    /// <summary>Reads the typed output of a run, also one that is stored apart because it is large.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run or output, the output is of another type or too large, or the call went wrong.</exception>
    public async Task<TOutput> OutputAsync<TOutput>(string runId, JsonTypeInfo<TOutput> outputType, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Output.Of(outputType)(runId, await OutputAsync(runId, options, cancellationToken).ConfigureAwait(false));

    /// <summary>Lists what has happened in a run so far.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for; for another the list is empty.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, or the call went wrong.</exception>
    public async Task<IReadOnlyList<RunEvent>> EventsAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var json = await GetAsync(GatewayPath.Run(runId, "/events"), options, runId, cancellationToken).ConfigureAwait(false);
        return [.. json.Items("items", "events").Select(static item => EventReader.Read(item))];
    }

    /// <summary>Lists runs, those that have not ended too.</summary>
    /// <param name="filter">Which runs. Default: all, as many as the gateway lists at once.</param>
    /// <param name="options">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public async Task<IReadOnlyList<RunInfo>> ListRunsAsync(RunFilter? filter = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var path = GatewayPath.WithQuery(
            "/v1/runs",
            ("component_name", filter?.ComponentName),
            ("status", filter?.Status is { } status ? RunReader.TextOf(status) : null),
            ("deployment_id", filter?.DeploymentId),
            ("limit", filter?.Limit?.ToString(CultureInfo.InvariantCulture)));
        var json = await GetAsync(path, options, runId: null, cancellationToken).ConfigureAwait(false);
        return [.. json.Items("items", "runs").Select(static item => RunReader.Read(item))];
    }

    // The result while there is none: 404, with the status. A run that does not exist has no status.
    private async Task<(RunInfo? Result, RunStatus Status)> PollAsync(string runId, CallOptions? options, CancellationToken cancellationToken)
    {
        var path = $"/v1/result/{GatewayPath.Segment(runId, nameof(runId))}";
        var run = await ReadRunAsync(
            path, runId, static refused => refused.Json.Text("status") is not null && (refused.Status == HttpStatusCode.NotFound || RunReader.IsRun(refused.Json)), options, cancellationToken)
            .ConfigureAwait(false);
        return (run.HasEnded ? run : null, run.Status);
    }

    // An answer without a status is about no run: whoever waits for one would wait for ever.
    private async Task<RunInfo> ReadRunAsync(string path, string runId, Func<GatewayAnswer, bool>? accepts, CallOptions? options, CancellationToken cancellationToken)
    {
        var call = new GatewayCall { Method = HttpMethod.Get, Path = path, Options = options, RunId = runId, IsRepeatable = true };
        var answer = await _gateway.SendAsync(call, accepts, cancellationToken).ConfigureAwait(false);
        return answer.Json.Text("status") is not null ? RunReader.Read(answer.Json, runId) : throw _gateway.Errors.Unexpected(call, answer.Status, "JSON without a status");
    }

    private static string Checked(string runId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(runId);
        return runId;
    }
}
