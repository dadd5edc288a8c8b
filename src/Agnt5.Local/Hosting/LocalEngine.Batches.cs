using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    /// <summary>Accepts many runs at once: all, or none when one of the requests cannot be accepted.</summary>
    /// <exception cref="EngineException">A request cannot be accepted. The message says which.</exception>
    public Task<BatchState> SubmitBatchAsync(IReadOnlyList<RunRequest> requests, CancellationToken cancellationToken = default)
    {
        List<RunAdmission> admissions = [];
        foreach (var request in requests)
        {
            try
            {
                admissions.Add(RunAdmission.Of(request, _deployments, _settings, NowMs));
            }
            catch (EngineException exception)
            {
                throw new EngineException(exception.Kind, exception.Code, $"Input {admissions.Count} of the batch cannot be accepted, so no run was started. {exception.Message}", exception);
            }
        }

        return _loop.DoAsync(
            transaction =>
            {
                var batch = new BatchState(EngineIds.Batch(transaction.NowMs), [.. admissions.Select(admission => admission.Accept(transaction).Run.Spec.RunId)], transaction.NowMs);
                transaction.Changes.Batches.Add(batch);
                return batch;
            },
            cancellationToken);
    }

    public BatchState? FindBatch(string batchId) => _store.ReadBatch(batchId);

    /// <summary>Cancels the runs of a batch that have not ended.</summary>
    /// <returns>The batch, and how many of its runs were cancelled.</returns>
    /// <exception cref="EngineException">There is no such batch.</exception>
    public Task<(BatchState Batch, int Cancelled)> CancelBatchAsync(string batchId, string reason = "manual", CancellationToken cancellationToken = default)
    {
        var batch = FindBatch(batchId) ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.BatchNotFound, $"There is no batch {batchId}.");
        return _loop.DoAsync(
            transaction =>
            {
                var cancelled = 0;
                foreach (var runId in batch.RunIds)
                {
                    if (transaction.FindRun(runId) is not { HasEnded: false })
                        continue;
                    transaction.TellRun(runId, new CancelAsked(transaction.NowMs, reason));
                    cancelled++;
                }

                return (batch, cancelled);
            },
            cancellationToken);
    }
}
