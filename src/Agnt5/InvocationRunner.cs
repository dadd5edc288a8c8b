using Agnt5.Agents;
using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;
using Agnt5.Payloads;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Runs the component of a verified request and answers for it: run, upload, answer, dispose, log.</summary>
internal sealed class InvocationRunner(ServerlessOptions options, HostServices host, AgentDirectory directory, OutputUploader outputs)
{
    /// <param name="identity">The identity of the invocation.</param>
    /// <param name="envelope">The request.</param>
    /// <param name="fetched">The input, where it came by reference.</param>
    /// <param name="budget">How long it may take.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public async ValueTask<ServerlessResponse> RunAsync(
        InvocationIdentity identity, Envelope envelope, FetchedInput? fetched, Budget budget, CancellationToken cancellationToken)
    {
        long? startedAt = host.Logger.IsEnabled(LogLevel.Debug) ? host.Time.GetTimestamp() : null;
        var writer = new ResponseWriter(host.Settings.JsonDepth);
        var measured = envelope.OutputUpload.IsEmpty ? null : new MeasuredOutput(writer, envelope.OutputUpload, host.Settings.JsonDepth);
        var input = fetched is null ? new ComponentInput(envelope.Input) : new ComponentInput(fetched.Json, fetched.Bound);
        var invocation = new Invocation(identity, input, measured ?? (IOutputSink)writer, budget, new InvocationServices(host), cancellationToken)
        {
            Checkpoint = new Checkpoint(envelope.Steps, envelope.AgentSessions),
            Body = SliceBodies.Of(identity.Component.Type, directory),
            RequestBytes = envelope.SizeBytes,
        };

        using var telemetry = invocation.Telemetry = InvocationTelemetry.Begin(invocation, fetched?.Size);
        var outcome = await Slice.RunAsync(invocation).ConfigureAwait(false);
        envelope.IsOutlived = outcome.Lingering is not null;
        using var response = invocation.KeepsOutput ? new ResponseWriter(host.Settings.JsonDepth) : writer;
        var notStored = outcome.IsCompleted && measured?.Large is { } output
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
            : new ServerlessResponse(notStored.Status, response.Fail(notStored, invocation));
        telemetry?.End(outcome.Suspension, answer.Body.Length);
        if (startedAt is { } start && notStored is null)
            LogOf(invocation).Ended(outcome, host.Time.GetElapsedTime(start));
        return answer;
    }

    private InvocationLog LogOf(Invocation invocation) => new(host.Logger, invocation);

    /// <summary>Uploads an output that is too large for the response, while the services that it may need still exist.</summary>
    /// <returns>The failure of the upload, or <see langword="null"/>.</returns>
    private async ValueTask<Failure?> StoreAsync(
        LargeOutput output, Invocation invocation, Envelope envelope, ResponseWriter response, CancellationToken cancellationToken)
    {
        try
        {
            // A call that ended in the grace after the deadline gets one more grace for its output.
            // Until the deadline's timer fires, the budget may be spent already.
            var (cancellation, budget) = (invocation.Cancellation, invocation.Budget);
            var remaining = cancellation.DeadlineHasPassed ? DeadlineGrace.Length : budget.Remaining ?? (cancellation.HasDeadline ? DeadlineGrace.Length : null);
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
            return new ServerlessResponse(200, response.Suspend(suspension, invocation));
        if (outcome.Exception is not { } exception)
        {
            invocation.Complete();
            return new ServerlessResponse(200, response.Complete(invocation));
        }

        var keepsCheckpoint = options.CheckpointOnFailure || exception is OutputSerializationException;
        var failure = FailureClassifier.Classify(exception, new ErrorDisclosure(options.IncludeErrorDetails, options.ErrorMessage));
        if (outcome.IsFinal || (outcome.NeedsRecords && !keepsCheckpoint))
            failure = failure with { IsFinal = true };
        LogOf(invocation).Failed(exception, failure);
        invocation.Telemetry?.Fail(failure.Code, exception);
        return new ServerlessResponse(failure.Status, response.Fail(failure, keepsCheckpoint ? invocation : invocation.Events));
    }

    // Abandoned work still uses the services of its scope.
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
}
