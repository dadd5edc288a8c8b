namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A delivered failure is recorded when the workflow makes a further durable call, or when the slice is suspended. From then on a replay throws
/// it again without running the step. Until a durable call reacts to the failure, a later attempt of the run tries the step again: a failure that ends the run is not recorded, and a
/// failure in a run that suspends for another reason is marked with the attempt.
/// </summary>
/// <param name="slice">The slice, which hands the failures to the code.</param>
/// <param name="attempt">The attempt of the run.</param>
internal sealed class StepFailures(WorkflowSlice slice, int attempt)
{
    // The failures that the code was given in this slice: _open without a reaction, _builtOn with one. Most slices have none.
    private List<StepFailure>? _open;
    private List<StepFailure>? _builtOn;
    // How many of the open failures an earlier call has recorded. All of those were thrown.
    private int _passed;
    private bool _hasTold;
    private Dictionary<string, FailureRecord>? _byKey;
    private List<FailureRecord>? _changed;
    private Dictionary<string, int>? _replayed;

    /// <summary>Whether code has reacted to a failure in this slice. A retry without the record would run the step again in addition to the reaction.</summary>
    public bool HasDecided { get; private set; }

    /// <summary>The recorded failure of the next try of a step, or <see langword="null"/> when no failure is recorded for this try.</summary>
    public StepFailure? NextRecorded(string stepKey)
    {
        if (!Checkpoint.HasReserved || !Checkpoint.TryGetReserved(DurableKey.Failures(stepKey), out _))
            return null;

        var recorded = Of(stepKey);
        var tries = Replayed.GetValueOrDefault(stepKey);
        if (tries >= recorded.Count)
            return null;

        Replayed[stepKey] = tries + 1;
        return recorded[tries];
    }

    /// <summary>Notes that the workflow is given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure) => Open(new StepFailure(failure) { Attempt = attempt, GivenAt = slice.Progress });

    /// <summary>Notes that the workflow is given a recorded failure.</summary>
    public void Replay(StepFailure failure)
    {
        failure.GivenAt = slice.Progress;
        if (failure.Attempt is null)
            BuiltOn.Add(failure);
        else
            Open(failure);
    }

    /// <summary>Notes that the engine has turned an open failure into a result.</summary>
    public void Tell() => _hasTold = true;

    /// <summary>
    /// Called when the workflow makes a durable call: records the failures that it was given before. Code that has seen one failure reacts to all that have happened by then, because
    /// <c>Task.WhenAll</c> shows only one of several.
    /// </summary>
    public void GoOn()
    {
        if (_open is not { Count: > 0 })
            return;

        var decides = IsReaction();
        for (var i = decides ? 0 : _passed; i < _open.Count; i++)
        {
            if (decides)
                Close(_open[i]);
            if (decides || !_open[i].IsRecorded)
                Record(_open[i]);
        }

        WriteChanged();
        _passed = _open.Count;
        if (!decides)
            return;

        HasDecided = true;
        BuiltOn.AddRange(_open);
        _open.Clear();
        _passed = 0;
        _hasTold = false;
    }

    /// <summary>Records the delivered failures, because the workflow is suspended and must find them again.</summary>
    /// <param name="waits">Whether the workflow waits for something. In a slice that the deadline cut off, a new attempt number must not count as progress.</param>
    public void RecordOpen(bool waits)
    {
        foreach (var failure in _open ?? [])
        {
            // This is the latest attempt that ended well. An attempt that comes two later is a retry, whatever woke the run.
            if (waits)
                failure.Attempt = attempt;
            Record(failure);
        }

        WriteChanged();
    }

    /// <summary>Removes the failures that an ended run must not keep: the one that ended it, if no code reacted to it, and those after which the run did nothing more.</summary>
    /// <param name="runFailure">The exception that ended the run, or <see langword="null"/> when the run completed.</param>
    /// <returns>How far the code had come when it was given the first of them, or <see langword="null"/> when the run completed or no failure was removed.</returns>
    public BodyProgress? LeaveOut(Exception? runFailure)
    {
        return _open is { Count: > 0 } ? LeaveOutOpen(runFailure) : null;
    }

    private BodyProgress? LeaveOutOpen(Exception? runFailure)
    {
        DecideWhatWasReplaced(runFailure);
        var thrown = StepFailure.AllIn(runFailure);
        List<StepFailure> leftOut = [.. _open!.Where(failure => !failure.IsRecorded || thrown.Contains(failure.Exception))];
        foreach (var failure in leftOut)
            slice.Deliveries.TakeBack(DurableKey.Failures(failure.StepKey));
        var recorded = leftOut.Where(static failure => failure.IsRecorded).ToHashSet();
        foreach (var stepKey in recorded.Select(static failure => failure.StepKey).Distinct())
        {
            Of(stepKey).Remove(recorded.Contains);
            Changed.Add(Of(stepKey));
        }

        WriteChanged();
        return runFailure is null ? null : leftOut.Select(static failure => failure.GivenAt).MinBy(static given => given?.Events);
    }

    /// <summary>
    /// The step whose failure ended the run although a durable call had reacted to it, or <see langword="null"/>. A retry must not run the step again in addition to the reaction.
    /// </summary>
    /// <param name="runFailure">The exception that ended the run.</param>
    public string? DecidedStepBehind(Exception runFailure)
    {
        if (_builtOn is null)
            return null;

        var thrown = StepFailure.AllIn(runFailure);
        return _builtOn.Find(failure => thrown.Contains(failure.Exception))?.Exception.StepKey;
    }

    /// <summary>Removes the failures of earlier attempts of the run to which no durable call has reacted, so that their steps are tried again.</summary>
    /// <param name="isWokenUp">
    /// Whether an answer or signal came for a wait, so that the run may continue where the last invoke ended. A platform that counts slices gives this slice the next attempt number. A number
    /// after that is a retry of a failed slice, which brings the answer once more.
    /// </param>
    public void ForgetEarlierAttempts(bool isWokenUp)
    {
        var latest = isWokenUp ? attempt - 1 : attempt;
        BodyProgress? earliest = null;
        foreach (var stepKey in Checkpoint.GivenKeys(DurableKey.FailuresPrefix).Select(DurableKey.StepOfFailures).ToList())
        {
            var recorded = new FailureRecord(Checkpoint, stepKey);
            foreach (var failure in recorded.Remove(failure => failure.Attempt < latest))
            {
                slice.Deliveries.Forget(DurableKey.Failures(stepKey));
                earliest = failure.GivenAt?.OrEarlier(earliest) ?? earliest;
            }

            recorded.Write(slice.Progress);
        }

        earliest?.GoBack(Checkpoint);
    }

    /// <summary>
    /// Counts failures as decided where the run ended with an exception of its code that holds no failure, and durable calls followed failures. The code may have passed a failure on as a result,
    /// such as <c>false</c>. Nobody knows which calls reacted to it, and a retry must not run a step in addition to its compensation.
    /// </summary>
    private void DecideWhatWasReplaced(Exception? runFailure)
    {
        if (runFailure is null or OperationCanceledException || StepFailure.AllIn(runFailure).Count > 0)
            return;

        foreach (var failure in _open!.Where(static failure => failure is { IsRecorded: true, Exception.WasThrown: true }))
        {
            Close(failure);
            HasDecided = true;
            Record(failure);
            BuiltOn.Add(failure);
        }

        WriteChanged();
        _open!.RemoveAll(static failure => failure.Attempt is null);
    }

    /// <summary>Whether the running code may depend on an open failure. Code may have read the state of a task whose failure was thrown into no code yet.</summary>
    private bool IsReaction()
    {
        if (_hasTold || SeenFailures.IncludeOneOf(this))
            return true;

        for (var i = _passed; i < _open!.Count; i++)
        {
            if (!_open[i].Exception.WasThrown)
                return true;
        }

        return false;
    }

    private void Open(StepFailure failure)
    {
        failure.Exception.OpenIn = this;
        (_open ??= []).Add(failure);
    }

    // From here on, no later attempt tries the step again.
    private static void Close(StepFailure failure)
    {
        failure.Exception.OpenIn = null;
        failure.Attempt = null;
    }

    private void Record(StepFailure failure)
    {
        var recorded = Of(failure.StepKey);
        if (failure.IsRecorded)
        {
            recorded.Change(failure);
        }
        else
        {
            failure.IsRecorded = true;
            recorded.Add(failure);
            Replayed[failure.StepKey] = recorded.Count;
        }

        Changed.Add(recorded);
    }

    private void WriteChanged()
    {
        if (_changed is null)
            return;

        foreach (var recorded in _changed)
            recorded.Write(slice.Progress);
        _changed.Clear();
    }

    private Checkpoint Checkpoint => slice.Checkpoint;

    private List<StepFailure> BuiltOn => _builtOn ??= [];

    private List<FailureRecord> Changed => _changed ??= [];

    // How many failures of each key this slice has given to the workflow's code.
    private Dictionary<string, int> Replayed => _replayed ??= new(StringComparer.Ordinal);

    private FailureRecord Of(string stepKey)
    {
        _byKey ??= new(StringComparer.Ordinal);
        if (!_byKey.TryGetValue(stepKey, out var recorded))
            _byKey[stepKey] = recorded = new FailureRecord(Checkpoint, stepKey);
        return recorded;
    }
}
