using Agnt5.Execution;
using Agnt5.Testing.Exploring.Scripts;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>
/// Lets the steps of a slice run one at a time. Each waits at its gate; once the slice waits for its steps and for nothing else, the schedule decides which one goes on, and whether that is the last
/// one before the slice ends. So a run depends on its schedule, and not on the threads.
/// </summary>
/// <param name="cuts">The ways in which a slice may be cut. The first is none.</param>
internal sealed class Conductor(IReadOnlyList<CutKind> cuts) : IStepWatch
{
    private readonly Lock _gate = new();
    private readonly List<Gate> _waiting = [];
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly Dictionary<StepAttempt, StepTime> _times = [];
    private PlayedSlice? _slice;
    private ScriptedWorld? _world;
    private Func<Choice, int> _choose = static _ => 0;
    private int _running;
    private int? _atRest;
    private volatile bool _endsSlice;

    public bool EndsSlice => _endsSlice;

    public void BeginSlice(PlayedSlice slice, ScriptedWorld world, Func<Choice, int> choose)
    {
        lock (_gate)
        {
            (_slice, _world, _choose) = (slice, world, choose);
            (_running, _atRest, _endsSlice) = (0, null, false);
            _waiting.Clear();
            _begun.Clear();
        }
    }

    /// <summary>Ends the slice. What still runs of it reaches nobody.</summary>
    public void EndSlice()
    {
        lock (_gate)
        {
            // A slice without steps can only be lost.
            if (_slice is { IsReplay: false, CutAt: null, Steps.Count: 0 } slice && cuts.Count > 1 && cuts[^1] == CutKind.LoseAnswer)
                slice.Cut = _choose(new Choice(ChoiceKind.Cut, 2, OnlyLoss)) > 0 ? CutKind.LoseAnswer : CutKind.None;
            _slice = null;
            foreach (var time in _times.Values)
                time.Close();
            _times.Clear();
        }
    }

    public ValueTask BeginAsync(StepAttempt attempt, CancellationToken cancellationToken)
    {
        // An async method would keep it from the body.
        lock (_gate)
            StepTime.Current = _times[attempt] = new StepTime();
        return PassAsync(attempt, cancellationToken);
    }

    private async ValueTask PassAsync(StepAttempt attempt, CancellationToken cancellationToken)
    {
        if (Enter(attempt) is { } gate)
            await gate.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (TakeFailure(attempt) is { } failure)
            throw failure;
    }

    public void End(StepAttempt attempt, ReadOnlyMemory<byte> result, Exception? failure)
    {
        lock (_gate)
        {
            _running--;
            if (_times.Remove(attempt, out var time))
                time.Close();
            // The slice hears of the end, and does what follows from it.
            _atRest = null;
            if (!attempt.WasCut)
                _slice?.Steps.Add(new PlayedStep(attempt.ShownKey, attempt.Number, result, failure) { IsOfAgent = attempt.Key.Contains("agnt5:", StringComparison.Ordinal) });
        }
    }

    public void Rest(string runId, int steps)
    {
        lock (_gate)
        {
            _atRest = steps;
            LetNextThrough();
        }
    }

    public void Leave(string runId, IEnumerable<string> unusedKeys)
    {
        lock (_gate)
        {
            if (_slice is not null)
                _slice.Unused = [.. unusedKeys];
        }
    }

    /// <returns>The gate to wait at, or <see langword="null"/> for an attempt that follows its failed one at once: the slice does not rest in between.</returns>
    private TaskCompletionSource? Enter(StepAttempt attempt)
    {
        lock (_gate)
        {
            if (_slice is null or { IsReplay: true })
            {
                _running++;
                _slice?.Wanted.Add(attempt.ShownKey);
                throw new NonRetryableException($"There is no record of step '{attempt.ShownKey}'.");
            }

            if (!_begun.Add(attempt.Key) && attempt.Number > 1)
            {
                _running++;
                return null;
            }

            var gate = new Gate(attempt.ShownKey);
            _waiting.Add(gate);
            LetNextThrough();
            return gate.Passed;
        }
    }

    private Exception? TakeFailure(StepAttempt attempt)
    {
        lock (_gate)
            return _world?.TakeFailure(attempt.ShownKey);
    }

    private void LetNextThrough()
    {
        if (_slice is null || _running > 0 || _waiting.Count == 0 || _atRest != _waiting.Count)
            return;

        var next = _waiting.Count == 1 ? _waiting[0] : ChooseOrder(_slice);
        if (_slice.Cut == CutKind.None && cuts.Count > 1)
            Cut(_slice, cuts[Math.Min(_choose(new Choice(ChoiceKind.Cut, cuts.Count, cuts)), cuts.Count - 1)], next.Key);
        _waiting.Remove(next);
        _running++;
        _atRest = null;
        next.Passed.SetResult();
    }

    private Gate ChooseOrder(PlayedSlice slice)
    {
        // They came in any order.
        _waiting.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        foreach (var gate in _waiting)
            slice.SideBySide.Add(gate.Key);
        var option = Math.Min(_choose(new Choice(ChoiceKind.Order, _waiting.Count)), _waiting.Count - 1);
        if (option > 0)
            slice.Overtakings.Add($"'{_waiting[option].Key}' ends before {string.Join(", ", _waiting.Take(option).Select(static gate => $"'{gate.Key}'"))}");
        return _waiting[option];
    }

    private void Cut(PlayedSlice slice, CutKind cut, string step)
    {
        slice.Cut = cut;
        slice.CutAt = cut == CutKind.None ? null : step;
        _endsSlice = cut != CutKind.None;
    }

    private static readonly CutKind[] OnlyLoss = [CutKind.None, CutKind.LoseAnswer];

    private sealed class Gate(string key)
    {
        public string Key => key;

        public TaskCompletionSource Passed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
