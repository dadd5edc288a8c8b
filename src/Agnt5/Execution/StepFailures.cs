using System.Text.Json;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A failure is recorded once the workflow made a further durable call after it was delivered, or when the slice is suspended: from then on
/// a replay throws it again, without running the step. One that ends the run is not recorded, so that a retry runs the step again.
/// </summary>
internal sealed class StepFailures(Checkpoint checkpoint, Deliveries deliveries)
{
    private readonly List<StepFailedException> _delivered = [];
    private Dictionary<string, List<StepFailedException>>? _byKey;
    private Dictionary<string, int>? _replayed;

    /// <summary>The recorded failure of the next try of a step, or <see langword="null"/> when this try has none.</summary>
    public StepFailedException? NextRecorded(string stepKey)
    {
        if (!checkpoint.HasReserved)
            return null;

        var recorded = Of(stepKey);
        var tries = Replayed.GetValueOrDefault(stepKey);
        if (tries >= recorded.Count)
            return null;

        Replayed[stepKey] = tries + 1;
        return recorded[tries];
    }

    /// <summary>Takes note that the workflow was given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure) => _delivered.Add(failure);

    /// <summary>Records what was delivered before: the workflow went on after it, or is suspended and must find it again.</summary>
    public void RecordDelivered()
    {
        foreach (var failure in _delivered)
        {
            var recorded = Of(failure.StepKey);
            recorded.Add(failure);
            Replayed[failure.StepKey] = recorded.Count;
            Write(failure.StepKey);
        }

        _delivered.Clear();
    }

    /// <summary>Leaves out what the run ended with: the failure that ended it, and those after which it did nothing more.</summary>
    /// <returns>Whether there were any.</returns>
    public bool LeaveOut(Exception? runFailure)
    {
        if (_byKey is null && _delivered.Count == 0)
            return false;

        var leftOut = _delivered.Count > 0;
        foreach (var (key, recorded) in ByKey)
        {
            if (recorded.RemoveAll(failure => IsOrContains(runFailure, failure)) == 0)
                continue;

            leftOut = true;
            Write(key);
            deliveries.TakeBack(DurableKey.Failures(key));
        }

        foreach (var failure in _delivered)
            deliveries.TakeBack(DurableKey.Failures(failure.StepKey));
        return leftOut;
    }

    private static bool IsOrContains(Exception? runFailure, StepFailedException failure) => runFailure switch
    {
        null => false,
        _ when ReferenceEquals(runFailure, failure) => true,
        AggregateException several => several.InnerExceptions.Any(inner => IsOrContains(inner, failure)),
        _ => IsOrContains(runFailure.InnerException, failure),
    };

    private Dictionary<string, List<StepFailedException>> ByKey => _byKey ??= new(StringComparer.Ordinal);

    // How many failures of each key this slice has given to the workflow's code.
    private Dictionary<string, int> Replayed => _replayed ??= new(StringComparer.Ordinal);

    private List<StepFailedException> Of(string stepKey)
    {
        if (!ByKey.TryGetValue(stepKey, out var recorded))
            ByKey[stepKey] = recorded = Read(stepKey);
        return recorded;
    }

    private List<StepFailedException> Read(string stepKey)
    {
        var key = DurableKey.Failures(stepKey);
        return checkpoint.TryGetReserved(key, out var json)
            ? RecordedValues.Read(key, json, "a list of failures", root => root.EnumerateArray().Select(failure => Read(stepKey, failure)).ToList())
            : [];
    }

    private static StepFailedException Read(string stepKey, JsonElement failure) =>
        new(stepKey, failure.GetProperty("type"u8).GetString() ?? "", failure.GetProperty("message"u8).GetString() ?? "", cause: null);

    private void Write(string stepKey)
    {
        var key = DurableKey.Failures(stepKey);
        var recorded = ByKey[stepKey];
        if (recorded.Count == 0)
        {
            checkpoint.Remove(key);
            return;
        }

        checkpoint.Record(key, JsonBytes.Write(recorded, static (writer, failures) =>
        {
            writer.WriteStartArray();
            foreach (var failure in failures)
                Write(writer, failure);
            writer.WriteEndArray();
        }));
    }

    private static void Write(Utf8JsonWriter writer, StepFailedException failure)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, failure.ErrorType);
        writer.WriteString("message"u8, failure.Message);
        writer.WriteEndObject();
    }
}
