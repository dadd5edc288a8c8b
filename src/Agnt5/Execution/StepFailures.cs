namespace Agnt5.Execution;

/// <summary>
/// The failures of steps (protocol section 6). A failure is recorded once the workflow made a further durable call after it was delivered, or when the slice is suspended: from then on
/// a replay throws it again, without running the step. While no durable call was built on it, a later attempt of the run tries the step again: the failure is left out when it ends the run, and
/// marked with the attempt when the run is suspended for something else.
/// </summary>
/// <param name="checkpoint">The run's records.</param>
/// <param name="deliveries">What gives the failures to the code.</param>
/// <param name="attempt">The attempt of the run.</param>
/// <param name="progress">How far the code has come.</param>
internal sealed class StepFailures(Checkpoint checkpoint, Deliveries deliveries, int attempt, Func<BodyProgress> progress)
{
    // What the code was given in this slice: what nothing durable was built on, and what something was.
    private readonly List<StepFailure> _open = [];
    private List<StepFailure>? _builtOn;
    private Dictionary<string, List<StepFailure>>? _byKey;
    private Dictionary<string, int>? _replayed;

    /// <summary>Whether code has answered to a failure in this slice: a retry that does not know of it would run the step again beside that.</summary>
    public bool HasDecided { get; private set; }

    /// <summary>The recorded failure of the next try of a step, or <see langword="null"/> when this try has none.</summary>
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

    /// <summary>Takes note that the workflow is given a failure that happened in this slice.</summary>
    public void Deliver(StepFailedException failure) => _open.Add(new StepFailure(failure) { Attempt = attempt, GivenAt = progress() });

    /// <summary>Takes note that the workflow is given a failure that is recorded.</summary>
    public void Replay(StepFailure failure)
    {
        failure.GivenAt = progress();
        (failure.Attempt is null ? BuiltOn : _open).Add(failure);
    }

    /// <summary>
    /// The workflow makes a durable call: the failures that it was given before are recorded. Code that has seen one of them decides about all that have failed by then, since
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

    /// <summary>Records what was delivered: the workflow is suspended and must find it again.</summary>
    /// <param name="waits">Whether it waits for something. A slice that the deadline cut off must not take another attempt's number for progress.</param>
    public void RecordOpen(bool waits)
    {
        foreach (var failure in _open)
        {
            // The latest attempt after which the run was well: what comes two attempts later is a retry, whatever woke it.
            if (waits)
                failure.Attempt = attempt;
            Record(failure);
        }
    }

    /// <summary>Leaves out what a run that has ended must not keep: the failure that ended it where nothing was built on it, and those after which the run did nothing more.</summary>
    /// <param name="runFailure">What the run ended with, or <see langword="null"/> when it completed.</param>
    /// <returns>How far the code had come when it was given the first of them, or <see langword="null"/> when none was left out of a failed run.</returns>
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
    /// The step whose failure ended the run although a durable call was built on it, or <see langword="null"/>. A retry must not run it again, beside what was done because it had failed.
    /// </summary>
    /// <param name="runFailure">What the run ended with.</param>
    public string? DecidedStepBehind(Exception runFailure) => _builtOn?.Find(failure => failure.IsIn(runFailure))?.Exception.StepKey;

    /// <summary>Forgets the failures of earlier attempts of the run on which no durable call was built, so that their steps are tried again.</summary>
    /// <param name="isWokenUp">
    /// Whether an answer or signal came for a wait, so that the run may go on where the last invoke left it. Platforms that count slices give that the next attempt; the one after it is a retry
    /// of a slice that failed, which brings the answer once more.
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
    /// The run ended with an exception of its code's own while durable calls followed failures that it does not hold. Code was given them and told it by results, such as <c>false</c>: nobody
    /// knows which calls answered to that, and a retry must not find one beside the step that it compensates.
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
