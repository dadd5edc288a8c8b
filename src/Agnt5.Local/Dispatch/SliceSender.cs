using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Sends a slice of a run: writes its invoke, offers places for large payloads, and checks an output that was uploaded.</summary>
/// <param name="store">Where uploaded outputs lie.</param>
/// <param name="time">The clock.</param>
internal sealed class SliceSender(IPayloadStore store, TimeProvider time)
{
    /// <summary>What gives out the URLs for large payloads, or <see langword="null"/> while nothing serves them: then all payloads go inline.</summary>
    public PayloadLinks? Links { get; set; }

    /// <param name="connection">The way to the run's endpoint.</param>
    /// <param name="run">The run. Its state says what the slice gets.</param>
    /// <param name="deployment">The deployment that the run is pinned to.</param>
    /// <param name="input">The run's input as UTF-8 JSON. Empty for none.</param>
    /// <param name="cancellationToken">Fires when nobody wants the answer any more.</param>
    /// <returns>What came of it. Everything that goes wrong is in it.</returns>
    /// <exception cref="OperationCanceledException">The token has fired.</exception>
    public async Task<InvokeResult> SendAsync(
        IEndpointConnection connection, RunState run, DeploymentState deployment, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var untilMs = UnixTime.Add(nowMs, deployment.RequestTimeoutMs + (long)HttpConnection.Margin.TotalMilliseconds);
        var runId = run.Spec.RunId;
        var links = connection.TakesPayloadLinks ? Links : null;
        var upload = links?.OpenUpload(runId, untilMs);
        var keepsUpload = false;
        try
        {
            var parts = new InvokeParts { Run = run, Deployment = deployment, Input = input, InputLink = links?.ForInput(runId, input, untilMs), Upload = upload, NowMs = nowMs };
            var result = await SendAsync(connection, parts, cancellationToken).ConfigureAwait(false);
            if (result is not InvokeAnswered { Answer: CompletedAnswer { OutputRef: not null } completed })
                return result;

            var problem = UploadedOutput.ProblemOf(completed, upload, store);
            keepsUpload = problem is null;
            return problem is null ? result : new InvokeLost(LossCodes.InvalidResponse, $"The endpoint's answer is no answer of the protocol: $.output_ref {problem}.");
        }
        finally
        {
            if (upload is not null)
                links!.Close(upload.Ref, keepsUpload);
        }
    }

    private static async Task<InvokeResult> SendAsync(IEndpointConnection connection, InvokeParts parts, CancellationToken cancellationToken)
    {
        var body = InvokeBody.Write(parts);
        var request = new InvokeRequest(parts.Run.Spec.RunId, parts.Run.Attempt, body.Json);
        try
        {
            return await connection.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!request.IsOutlived)
                body.Dispose();
        }
    }
}
