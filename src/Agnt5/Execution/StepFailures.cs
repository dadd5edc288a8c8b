using System.Text.Json;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A failure is recorded once the workflow made a further durable call after it was delivered, or when the slice is suspended: from then on
/// a replay throws it again, without running the step. One that ends the run is not recorded, so that a retry runs the step again.
/// </summary>
/// <param name="checkpoint">The run's records.</param>
/// <param name="deliveries">What gives the failures to the code.</param>
/// <param name="progress">How far the code has come.</param>
internal sealed class StepFailures(Checkpoint checkpoint, Deliveries deliveries, Func<BodyProgress> progress)
{
    private static readonly string FinalType = typeof(NonRetryableException).FullName!;

    private readonly List<StepFailedException> _delivered = [];
    private Dictionary<StepFailedException, BodyProgress>? _progressAt;
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

    /// <summary>Takes note that the workflow is given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure)
    {
        _delivered.Add(failure);
        Replay(failure);
    }

    /// <summary>Takes note that the workflow is given a failure that is recorded.</summary>
    public void Replay(StepFailedException failure) => (_progressAt ??= [])[failure] = progress();

    /// <summary>Records what was delivered before: the workflow went on after it, or is suspended and must find it again.</summary>
    public void RecordDelivered()
    {
        foreach (var failure in _delivered)
        {
            var recorded = Of(failure.RecordKey);
            recorded.Add(failure);
            Replayed[failure.RecordKey] = recorded.Count;
            Write(failure.RecordKey);
        }

        _delivered.Clear();
    }

    /// <summary>Leaves out what a run that has ended must not keep: the failure that ended it, and those after which it did nothing more.</summary>
    /// <param name="runFailure">What the run ended with, or <see langword="null"/> when it completed.</param>
    /// <returns>How far the code had come when it was given the first of them, or <see langword="null"/> when none was left out of a failed run.</returns>
    public BodyProgress? LeaveOut(Exception? runFailure)
    {
        List<StepFailedException> leftOut = [.. _delivered, .. (_byKey?.Values.SelectMany(static recorded => recorded) ?? []).Where(failure => IsOrContains(runFailure, failure))];
        foreach (var failure in leftOut)
        {
            deliveries.TakeBack(DurableKey.Failures(failure.RecordKey));
            if (_byKey is not null && _byKey.TryGetValue(failure.RecordKey, out var recorded) && recorded.Remove(failure))
                Write(failure.RecordKey);
        }

        return runFailure is null ? null : leftOut.Select(failure => _progressAt?.GetValueOrDefault(failure)).MinBy(static progress => progress?.Events);
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

    private static StepFailedException Read(string stepKey, JsonElement failure)
    {
        var type = failure.GetProperty("type"u8).GetString() ?? "";
        var isMarkedFinal = failure.TryGetProperty("final"u8, out var final) && final.ValueKind == JsonValueKind.True;
        return new StepFailedException(stepKey, type, failure.GetProperty("message"u8).GetString() ?? "", cause: null) { IsFinal = isMarkedFinal || type == FinalType };
    }

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
        // What the type's name says already needs no mark.
        if (failure.IsFinal && failure.ErrorType != FinalType)
            writer.WriteBoolean("final"u8, true);
        writer.WriteEndObject();
    }
}
