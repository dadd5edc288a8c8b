using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Payloads;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Runs the component of a verified request and answers for it: run, upload, answer, dispose, log.</summary>
internal sealed class InvocationRunner(ServerlessOptions options, HostServices host, OutputUploader outputs)
{
    /// <param name="request">The request, for its headers.</param>
    /// <param name="envelope">What its body says.</param>
    /// <param name="component">The component.</param>
    /// <param name="input">The input, where it was bound while it was fetched.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public async ValueTask<ServerlessResponse> RunAsync(
        ServerlessRequest request, Envelope envelope, ComponentDescriptor component, BoundInput? input, CancellationToken cancellationToken)
    {
        var writer = new ResponseWriter();
        long? startedAt = host.Logger.IsEnabled(LogLevel.Debug) ? host.Time.GetTimestamp() : null;
        var runId = RunIdOf(request, envelope);
        var invocation = new Invocation(envelope, component, runId ?? MadeUpRunId(), AttemptIdOf(request), new InvocationServices(host), writer, cancellationToken)
        {
            GivenRunId = runId,
            CapturesContent = options.CaptureMessageContent,
            LogsInputProblems = options.LogInputProblems,
            AcceptsUnaskedAnswers = options.AcceptUnaskedAnswers,
            MaxRequestBytes = options.MaxRequestBodyBytes,
            BoundInput = input,
        };

        using var telemetry = invocation.Telemetry = InvocationTelemetry.Begin(invocation);
        var outcome = await Slice.RunAsync(invocation).ConfigureAwait(false);
        envelope.IsOutlived = outcome.Lingering is not null;
        using var response = invocation.IsWriterKept ? new ResponseWriter() : writer;
        var notStored = invocation.LargeOutput is { } output && outcome.IsCompleted
            ? await StoreAsync(output, invocation, envelope, response, cancellationToken).ConfigureAwait(false)
            : null;
        if (outcome.Lingering is { } lingering)
            _ = DisposeAfterAsync(lingering, outcome.BlockedAfter, invocation);
        else
            await DisposeAsync(invocation).ConfigureAwait(false);
        if (notStored is not null)
            telemetry?.Fail(notStored.Code, cause: null);
        var answer = notStored is null
            ? Answer(invocation, outcome, response)
            : new ServerlessResponse(notStored.Status, response.Fail(notStored, invocation.WriteState));
        telemetry?.End(outcome.Suspension, answer.Body.Length);
        if (startedAt is { } start && notStored is null)
            LogOf(invocation).Ended(outcome, host.Time.GetElapsedTime(start));
        return answer;
    }

    private InvocationLog LogOf(Invocation invocation) => new(host.Logger, invocation);

    /// <summary>Uploads an output that is too large for the response, while the services that it may still need are there.</summary>
    /// <returns>Why that failed, after the component had done its work.</returns>
    private async ValueTask<Failure?> StoreAsync(
        LargeOutput output, Invocation invocation, Envelope envelope, ResponseWriter response, CancellationToken cancellationToken)
    {
        try
        {
            // A call that ended within the grace past the deadline has no more than another grace for its output.
            var remaining = invocation.Cancellation.DeadlineHasPassed ? DeadlineGrace.Length : invocation.Budget.Remaining;
            var uploaded = await outputs.UploadAsync(envelope, output, remaining, cancellationToken).ConfigureAwait(false);
            if (uploaded.TryGet(out var stored, out var failure))
            {
                response.WriteOutputRef(stored);
                invocation.Telemetry?.Upload(output.Length);
                return null;
            }

            LogOf(invocation).OutputNotStored(failure);
            return failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogOf(invocation).CallerLeft();
            return new Failure(502, ErrorCodes.OutputRefUploadFailed, "The caller left before the output was uploaded.");
        }
    }

    private ServerlessResponse Answer(Invocation invocation, Outcome outcome, ResponseWriter response)
    {
        if (outcome.Suspension is { } suspension)
            return new ServerlessResponse(200, response.Suspend(suspension, invocation.WriteState));
        if (outcome.Exception is not { } exception)
            return new ServerlessResponse(200, response.Complete(invocation.WriteCompletedState));

        var keepsCheckpoint = options.CheckpointOnFailure || exception is OutputSerializationException;
        var failure = FailureClassifier.Classify(exception, options);
        if (outcome.IsFinal || (outcome.NeedsRecords && !keepsCheckpoint))
            failure = failure with { IsFinal = true };
        LogOf(invocation).Failed(exception, failure);
        invocation.Telemetry?.Fail(failure.Code, exception);
        return new ServerlessResponse(failure.Status, response.Fail(failure, keepsCheckpoint ? invocation.WriteState : invocation.Events.WriteTo));
    }

    // What was given up still uses the services of its scope.
    private async Task DisposeAfterAsync(Task lingering, string? blockedAfter, Invocation invocation)
    {
        LogOf(invocation).GivenUp(blockedAfter);
        await lingering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync(invocation).ConfigureAwait(false);
    }

    private async ValueTask DisposeAsync(Invocation invocation)
    {
        try
        {
            await invocation.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogOf(invocation).DisposalFailed(exception);
        }
    }

    private static string? RunIdOf(ServerlessRequest request, Envelope envelope) =>
        envelope.RunId ?? (request.Header("X-AGNT5-Run-ID")?.Trim() is { Length: > 0 } header ? header : null);

    private string MadeUpRunId() => $"workerless-{host.Time.GetUtcNow().ToUnixTimeMilliseconds()}";

    private static string? AttemptIdOf(ServerlessRequest request)
    {
        var header = request.Header(SignatureHeaders.AttemptIdHeader)?.Trim();
        return string.IsNullOrEmpty(header) ? null : header;
    }
}
