namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A delivered failure is recorded when the workflow makes a further durable call, or when the slice is suspended. From then on a replay throws
/// it again without running the step. Until a durable call reacts to the failure, a later attempt of the run tries the step again: a failure that ends the run is not recorded, and a
/// failure in a run that suspends for another reason is marked with the attempt.
/// </summary>
/// <param name="checkpoint">The run's records.</param>
/// <param name="deliveries">The deliveries that hand the failures to the code.</param>
/// <param name="attempt">The attempt of the run.</param>
/// <param name="progress">How far the code has come.</param>
internal sealed class StepFailures(Checkpoint checkpoint, Deliveries deliveries, int attempt, Func<BodyProgress> progress)
{
    // The failures that the code was given in this slice: _open without a reaction, _builtOn with one.
    private readonly List<StepFailure> _open = [];
    private List<StepFailure>? _builtOn;
    private Dictionary<string, List<StepFailure>>? _byKey;
    private Dictionary<string, int>? _replayed;

    /// <summary>Whether code has reacted to a failure in this slice. A retry without the record would run the step again in addition to the reaction.</summary>
    public bool HasDecided { get; private set; }

    /// <summary>The recorded failure of the next try of a step, or <see langword="null"/> when no failure is recorded for this try.</summary>
    public StepFailure? NextRecorded(string stepKey)
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

    /// <summary>Notes that the workflow is given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure) => _open.Add(new StepFailure(failure) { Attempt = attempt, GivenAt = progress() });

    /// <summary>Notes that the workflow is given a recorded failure.</summary>
    public void Replay(StepFailure failure)
    {
        failure.GivenAt = progress();
        (failure.Attempt is null ? BuiltOn : _open).Add(failure);
    }

    /// <summary>
    /// Called when the workflow makes a durable call: records the failures that it was given before. Code that has seen one failure reacts to all that have happened by then, because
    /// <c>Task.WhenAll</c> shows only one of several.
    /// </summary>
    public void GoOn()
    {
        if (_open.Count == 0)
            return;

        var decides = _open.Exists(static failure => SeenFailures.MayBeBehind(failure.Exception));
        foreach (var failure in _open)
        {
            if (decides)
                failure.Attempt = null;
            if (decides || !failure.IsRecorded)
                Record(failure);
        }

        if (!decides)
            return;

        HasDecided = true;
        BuiltOn.AddRange(_open);
        _open.Clear();
    }

    /// <summary>Records the delivered failures, because the workflow is suspended and must find them again.</summary>
    /// <param name="waits">Whether the workflow waits for something. In a slice that the deadline cut off, a new attempt number must not count as progress.</param>
    public void RecordOpen(bool waits)
    {
        foreach (var failure in _open)
        {
            // This is the latest attempt that ended well. An attempt that comes two later is a retry, whatever woke the run.
            if (waits)
                failure.Attempt = attempt;
            Record(failure);
        }
    }

    /// <summary>Removes the failures that an ended run must not keep: the one that ended it, if no code reacted to it, and those after which the run did nothing more.</summary>
    /// <param name="runFailure">The exception that ended the run, or <see langword="null"/> when the run completed.</param>
    /// <returns>How far the code had come when it was given the first of them, or <see langword="null"/> when the run completed or no failure was removed.</returns>
    public BodyProgress? LeaveOut(Exception? runFailure)
    {
        DecideWhatWasReplaced(runFailure);
        List<StepFailure> leftOut = [.. _open.Where(failure => !failure.IsRecorded || failure.IsIn(runFailure))];
        foreach (var failure in leftOut)
        {
            deliveries.TakeBack(DurableKey.Failures(failure.StepKey));
            if (failure.IsRecorded && Of(failure.StepKey).Remove(failure))
                Write(failure.StepKey);
        }

        return runFailure is null ? null : leftOut.Select(static failure => failure.GivenAt).MinBy(static given => given?.Events);
    }

    /// <summary>
    /// The step whose failure ended the run although a durable call had reacted to it, or <see langword="null"/>. A retry must not run the step again in addition to the reaction.
    /// </summary>
    /// <param name="runFailure">The exception that ended the run.</param>
    public string? DecidedStepBehind(Exception runFailure) => _builtOn?.Find(failure => failure.IsIn(runFailure))?.Exception.StepKey;

    /// <summary>Removes the failures of earlier attempts of the run to which no durable call has reacted, so that their steps are tried again.</summary>
    /// <param name="isWokenUp">
    /// Whether an answer or signal came for a wait, so that the run may continue where the last invoke ended. A platform that counts slices gives this slice the next attempt number. A number
    /// after that is a retry of a failed slice, which brings the answer once more.
    /// </param>
    public void ForgetEarlierAttempts(bool isWokenUp)
    {
        var latest = isWokenUp ? attempt - 1 : attempt;
        foreach (var stepKey in checkpoint.GivenKeys(DurableKey.FailuresPrefix).Select(DurableKey.StepOfFailures).ToList())
        {
            var recorded = Of(stepKey);
            foreach (var failure in recorded.Where(failure => failure.Attempt < latest).ToList())
            {
                recorded.Remove(failure);
                deliveries.Forget(DurableKey.Failures(stepKey));
                failure.GivenAt?.GoBack(checkpoint);
                Write(stepKey);
            }
        }
    }

    /// <summary>
    /// Counts failures as decided where the run ended with an exception of its code that holds no failure, and durable calls followed failures. The code may have passed a failure on as a result,
    /// such as <c>false</c>. Nobody knows which calls reacted to it, and a retry must not run a step in addition to its compensation.
    /// </summary>
    private void DecideWhatWasReplaced(Exception? runFailure)
    {
        if (runFailure is null or OperationCanceledException || StepFailure.IsIn(runFailure, static _ => true))
            return;

        foreach (var failure in _open.Where(static failure => failure is { IsRecorded: true, Exception.WasThrown: true }).ToList())
        {
            failure.Attempt = null;
            HasDecided = true;
            Write(failure.StepKey);
            BuiltOn.Add(failure);
            _open.Remove(failure);
        }
    }

    private void Record(StepFailure failure)
    {
        if (!failure.IsRecorded)
        {
            failure.IsRecorded = true;
            var recorded = Of(failure.StepKey);
            recorded.Add(failure);
            Replayed[failure.StepKey] = recorded.Count;
        }

        Write(failure.StepKey);
    }

    private List<StepFailure> BuiltOn => _builtOn ??= [];

    // How many failures of each key this slice has given to the workflow's code.
    private Dictionary<string, int> Replayed => _replayed ??= new(StringComparer.Ordinal);

    private List<StepFailure> Of(string stepKey)
    {
        _byKey ??= new(StringComparer.Ordinal);
        if (!_byKey.TryGetValue(stepKey, out var recorded))
            _byKey[stepKey] = recorded = FailureRecords.Read(checkpoint, stepKey);
        return recorded;
    }

    private void Write(string stepKey) => FailureRecords.Write(checkpoint, stepKey, Of(stepKey), progress());
}
