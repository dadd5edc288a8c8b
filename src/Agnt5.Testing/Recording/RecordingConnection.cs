using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Testing.Recording;

/// <summary>The way to an endpoint, with a record of each slice.</summary>
/// <param name="endpoint">The way.</param>
/// <param name="records">Where slices are recorded.</param>
/// <param name="find">Finds a run as it was last committed.</param>
/// <param name="atRest">Is told when the test holds all that a slice could do, and when that ends.</param>
/// <param name="time">The clock.</param>
internal sealed class RecordingConnection(IEndpointConnection endpoint, RunRecords records, Func<string, RunState?> find, Action<bool> atRest, TimeProvider time) : IEndpointConnection
{
    public bool TakesPayloadLinks => endpoint.TakesPayloadLinks;

    public Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken) => endpoint.GetManifestAsync(cancellationToken);

    public async Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var run = find(request.RunId);
        var slice = new SliceLog(run?.Slice ?? 1, request.Attempt, run?.Sequence ?? 0, time.GetUtcNow(), atRest) { Request = request.Body.ToArray() };
        records.Add(request.RunId, slice);
        // The code of a component of this process runs on from here, so that its steps and logs know their slice.
        SliceLog.Current = slice;
        var result = await endpoint.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        slice.Result = result;
        if (endpoint is HttpConnection && result is InvokeAnswered { Answer: { Checkpoint.IsEmpty: false } answer })
            CheckpointSteps.AddNew(slice, run?.Checkpoint ?? default, answer.Checkpoint, time.GetUtcNow());
        return result;
    }

    public void Dispose() => endpoint.Dispose();
}
