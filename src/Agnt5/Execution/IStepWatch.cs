namespace Agnt5.Execution;

/// <summary>Sees the attempts of steps, and may stand in their way. A test registers one among the app's services.</summary>
internal interface IStepWatch
{
    /// <summary>An attempt begins. The step's body runs once this completes, and not at all when it throws: then the attempt has failed with that exception.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">The token that the body gets.</param>
    ValueTask BeginAsync(StepAttempt attempt, CancellationToken cancellationToken);

    /// <summary>An attempt is over.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="result">The result as JSON. Empty for a failure.</param>
    /// <param name="failure">What it failed with, or <see langword="null"/>.</param>
    void End(StepAttempt attempt, ReadOnlyMemory<byte> result, Exception? failure);

    /// <summary>Whether the slice's time counts as nearly spent, whatever its budget says, so that it ends at its next yield point.</summary>
    bool EndsSlice => false;

    /// <summary>A slice waits for its steps, and for nothing else: the code of its body has done all that it can, or has ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="steps">How many of its steps have begun and not ended.</param>
    void Rest(string runId, int steps);

    /// <summary>A slice has ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="unusedKeys">The keys of the records that came with the request, and that the code has not asked for.</param>
    void Leave(string runId, IEnumerable<string> unusedKeys);
}
