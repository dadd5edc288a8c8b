using System.Text.Json;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A failure is recorded once the workflow made a further durable call after it was delivered: from then on
/// a replay throws it again, without running the step. One that ends the run is not recorded, so that a retry runs the step again.
/// </summary>
internal sealed class StepFailures(Checkpoint checkpoint)
{
    private readonly List<StepFailedException> _delivered = [];
    private readonly Dictionary<string, List<StepFailedException>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _replayed = new(StringComparer.Ordinal);

    /// <summary>The recorded failure of the next try of a step, or <see langword="null"/> when this try has none.</summary>
    public StepFailedException? NextRecorded(string stepKey)
    {
        if (!checkpoint.HasReservedRecords)
            return null;

        var recorded = Of(stepKey);
        var tries = _replayed.GetValueOrDefault(stepKey);
        if (tries >= recorded.Count)
            return null;

        _replayed[stepKey] = tries + 1;
        return recorded[tries];
    }

    /// <summary>Takes note that the workflow was given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure) => _delivered.Add(failure);

    /// <summary>Records what was delivered before: the workflow went on after it.</summary>
    public void RecordDelivered()
    {
        foreach (var failure in _delivered)
        {
            var recorded = Of(failure.StepKey);
            recorded.Add(failure);
            _replayed[failure.StepKey] = recorded.Count;
            Write(failure.StepKey);
        }

        _delivered.Clear();
    }

    /// <summary>Leaves the failure out that ended the run.</summary>
    public void LeaveOut(Exception runFailure)
    {
        foreach (var (key, recorded) in _byKey)
        {
            if (recorded.RemoveAll(failure => IsOrContains(runFailure, failure)) > 0)
                Write(key);
        }
    }

    private static bool IsOrContains(Exception runFailure, StepFailedException failure)
    {
        for (var exception = runFailure; exception is not null; exception = exception.InnerException)
        {
            if (ReferenceEquals(exception, failure))
                return true;
        }

        return false;
    }

    private List<StepFailedException> Of(string stepKey)
    {
        if (!_byKey.TryGetValue(stepKey, out var recorded))
            _byKey[stepKey] = recorded = Read(stepKey);
        return recorded;
    }

    private List<StepFailedException> Read(string stepKey)
    {
        var key = DurableKey.Failures(stepKey);
        if (!checkpoint.TryGet(key, out var json))
            return [];

        try
        {
            using var document = JsonDocument.Parse(json);
            return
            [
                .. document.RootElement.EnumerateArray().Select(failure => new StepFailedException(
                    stepKey, failure.GetProperty("type"u8).GetString() ?? "", failure.GetProperty("message"u8).GetString() ?? "", cause: null)),
            ];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new NonRetryableException($"The checkpoint's record '{key}' is not a list of failures.", exception);
        }
    }

    private void Write(string stepKey)
    {
        var key = DurableKey.Failures(stepKey);
        var recorded = _byKey[stepKey];
        if (recorded.Count == 0)
        {
            checkpoint.Remove(key);
            return;
        }

        using var buffer = new PooledBuffer(256);
        var writer = JsonWriterCache.Rent(buffer);
        writer.WriteStartArray();
        foreach (var failure in recorded)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, failure.ErrorType);
            writer.WriteString("message"u8, failure.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        JsonWriterCache.Return(writer);
        checkpoint.Record(key, buffer.Span.ToArray());
    }
}
