using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(5);

    /// <summary>Starts a run and waits for it on the gateway, until it ends, pauses, or <see cref="RunOptions.WaitTimeout"/> is over.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input. Default: an empty object.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <returns>The run as it is then: completed, or paused or at work still.</returns>
    /// <exception cref="Agnt5Exception">The run failed, was cancelled or ran out of time, or the call went wrong.</exception>
    public Task<RunResult<JsonElement>> RunAsync(RunTarget target, JsonElement input = default, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(target, Bodies.Of(input), Output.Untyped, options, cancellationToken);

    /// <summary>Starts a run with an untyped input and waits for its typed output.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input; <see langword="default"/> is an empty object.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run did not end well, or the call went wrong.</exception>
    public Task<RunResult<TOutput>> RunAsync<TOutput>(
        RunTarget target, JsonElement input, JsonTypeInfo<TOutput> outputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(target, Bodies.Of(input), Output.Of(outputType), options, cancellationToken);

    /// <summary>Starts a run with a typed input and waits for its typed output.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputType">The JSON metadata of the input.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run did not end well, or the call went wrong.</exception>
    public Task<RunResult<TOutput>> RunAsync<TInput, TOutput>(
        RunTarget target, TInput input, JsonTypeInfo<TInput> inputType, JsonTypeInfo<TOutput> outputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(target, Bodies.Of(input, inputType), Output.Of(outputType), options, cancellationToken);

    /// <summary>Starts a run and returns at once.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input. Default: an empty object.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <returns>The run, to wait for, follow and answer.</returns>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<JsonElement>> SubmitAsync(RunTarget target, JsonElement input = default, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(target, Bodies.Of(input), Output.Untyped, options, cancellationToken);

    /// <summary>Starts a run with an untyped input and a typed output.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input; <see langword="default"/> is an empty object.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<TOutput>> SubmitAsync<TOutput>(
        RunTarget target, JsonElement input, JsonTypeInfo<TOutput> outputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(target, Bodies.Of(input), Output.Of(outputType), options, cancellationToken);

    /// <summary>Starts a run with a typed input and an untyped output, such as that of a component that returns nothing.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputType">The JSON metadata of the input.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<JsonElement>> SubmitAsync<TInput>(
        RunTarget target, TInput input, JsonTypeInfo<TInput> inputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(target, Bodies.Of(input, inputType), Output.Untyped, options, cancellationToken);

    /// <summary>Starts a run with a typed input and a typed output.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputType">The JSON metadata of the input.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<TOutput>> SubmitAsync<TInput, TOutput>(
        RunTarget target, TInput input, JsonTypeInfo<TInput> inputType, JsonTypeInfo<TOutput> outputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(target, Bodies.Of(input, inputType), Output.Of(outputType), options, cancellationToken);

    private async Task<RunResult<T>> RunAsync<T>(RunTarget target, ReadOnlyMemory<byte> input, OutputReader<T> output, RunOptions? options, CancellationToken cancellationToken)
    {
        var call = WaitingStartOf(target, "run", input, options);
        var answer = await _gateway.SendAsync(call, static refused => RunReader.IsRun(refused.Json), cancellationToken).ConfigureAwait(false);
        if (!RunReader.IsRun(answer.Json))
            throw _gateway.Errors.Unexpected(call, answer.Status, "JSON without a run_id and a status");
        var run = RunReader.Read(answer.Json);
        if (run.HasEnded && run.Status != RunStatus.Completed)
            throw _gateway.Errors.Ended(run, answer.Status);
        var handle = new RunHandle<T>(this, run.RunId, output, options);
        return new(handle, run, run.Status == RunStatus.Completed ? output(run.RunId, await OutputOfAsync(run, options, cancellationToken).ConfigureAwait(false)) : default!);
    }

    private async Task<RunHandle<T>> SubmitAsync<T>(RunTarget target, ReadOnlyMemory<byte> input, OutputReader<T> output, RunOptions? options, CancellationToken cancellationToken)
    {
        var call = StartOf(target, "submit", input, options);
        var answer = await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false);
        var runId = answer.Json.Text("run_id") ?? throw _gateway.Errors.Unexpected(call, answer.Status, "JSON without a run_id");
        return new(this, runId, output, options);
    }

    private static GatewayCall WaitingStartOf(RunTarget target, string verb, ReadOnlyMemory<byte> input, RunOptions? options)
    {
        if (options?.WaitTimeout is { } asked && (asked < TimeSpan.Zero || asked > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(options), asked, "WaitTimeout is not between 0 and 24 hours.");
        return StartOf(target, verb, input, options) with { Wait = options?.WaitTimeout ?? DefaultWait, SendsWait = options?.WaitTimeout is not null };
    }

    private static GatewayCall StartOf(RunTarget target, string verb, ReadOnlyMemory<byte> input, RunOptions? options) => new()
    {
        Method = HttpMethod.Post,
        Path = GatewayPath.Of(target, verb),
        Body = input,
        Options = options,
        IsRepeatable = !string.IsNullOrEmpty(options?.IdempotencyKey),
    };

    private async Task<JsonElement> OutputOfAsync(RunInfo run, CallOptions? options, CancellationToken cancellationToken) =>
        run.Output is { } output && !(run.HasStoredOutput && output.ValueKind == JsonValueKind.Null) ? output
        : run.HasStoredOutput ? await OutputAsync(run.RunId, options, cancellationToken).ConfigureAwait(false)
        : default;
}
