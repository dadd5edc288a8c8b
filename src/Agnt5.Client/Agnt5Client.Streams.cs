using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    /// <summary>Starts a run and streams what happens in it, until it ends. A stream that breaks goes on where it was, as soon as the run is known and its events are numbered.</summary>
    /// <remarks>The run starts when the events are read. Who reads them twice starts two runs.</remarks>
    /// <param name="target">The component.</param>
    /// <param name="input">The input. Default: an empty object.</param>
    /// <param name="options">How the run is started. With an <see cref="RunOptions.IdempotencyKey"/> a start whose answer got lost is made again.</param>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">The gateway refused the run or ended the stream with an error, or could not be reached again.</exception>
    public IAsyncEnumerable<RunEvent> StreamAsync(RunTarget target, JsonElement input = default, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(target, Bodies.Of(input), options, cancellationToken);

    /// <summary>Starts a run with a typed input and streams what happens in it, until it ends.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputType">The JSON metadata of the input.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">The gateway refused the run or ended the stream with an error, or could not be reached again.</exception>
    public IAsyncEnumerable<RunEvent> StreamAsync<TInput>(
        RunTarget target, TInput input, JsonTypeInfo<TInput> inputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(target, Bodies.Of(input, inputType), options, cancellationToken);

    /// <summary>Starts a run of a component that streams, and gives its items.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input; <see langword="default"/> is an empty object.</param>
    /// <param name="itemType">The JSON metadata of an item.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run failed, the gateway refused it or ended the stream with an error, or could not be reached again.</exception>
    public IAsyncEnumerable<TItem> StreamItemsAsync<TItem>(
        RunTarget target, JsonElement input, JsonTypeInfo<TItem> itemType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        ItemsAsync(StreamAsync(target, Bodies.Of(input), options, cancellationToken), itemType, cancellationToken);

    /// <summary>Starts a run of a component that streams, with a typed input, and gives its items.</summary>
    /// <param name="target">The component.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputType">The JSON metadata of the input.</param>
    /// <param name="itemType">The JSON metadata of an item.</param>
    /// <param name="options">How the run is started.</param>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run failed, the gateway refused it or ended the stream with an error, or could not be reached again.</exception>
    public IAsyncEnumerable<TItem> StreamItemsAsync<TInput, TItem>(
        RunTarget target, TInput input, JsonTypeInfo<TInput> inputType, JsonTypeInfo<TItem> itemType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        ItemsAsync(StreamAsync(target, Bodies.Of(input, inputType), options, cancellationToken), itemType, cancellationToken);

    /// <summary>Follows a run: what has happened, and what happens until it ends. A stream that breaks goes on where it was.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">There is no such run, or the gateway could not be reached again.</exception>
    public IAsyncEnumerable<RunEvent> LiveEventsAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        RunStream.ReadAsync(_gateway, options, start: null, Checked(runId), cancellationToken);

    private IAsyncEnumerable<RunEvent> StreamAsync(RunTarget target, ReadOnlyMemory<byte> input, RunOptions? options, CancellationToken cancellationToken) =>
        RunStream.ReadAsync(_gateway, options, StartOf(target, "stream", input, options) with { IsStream = true }, runId: null, cancellationToken);

    private async IAsyncEnumerable<TItem> ItemsAsync<TItem>(IAsyncEnumerable<RunEvent> events, JsonTypeInfo<TItem> itemType, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = Output.Of(itemType);
        var runId = "";
        await foreach (var happened in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            runId = happened.RunId ?? runId;
            if (EventReader.DeltaOf(happened, IsOwnMember) is { } delta)
                yield return read(runId, delta);
            if (EventReader.FailedRun(happened, runId) is { } failed)
                throw _gateway.Errors.Ended(failed);
        }

        bool IsOwnMember(string name) => itemType.Kind == JsonTypeInfoKind.Object && itemType.Properties.Any(member => member.Name == name);
    }
}
