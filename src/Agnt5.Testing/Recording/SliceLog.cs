using Agnt5.Execution;
using Agnt5.Local.Dispatch;

namespace Agnt5.Testing.Recording;

/// <summary>What one slice did: its attempts of steps and its logs, in the order in which they came.</summary>
/// <param name="number">The slice's number in its run, from 1.</param>
/// <param name="attempt">How many attempts of the run have failed before.</param>
/// <param name="afterSequence">The last number in the run's journal when it began. All that it did stands behind that line.</param>
/// <param name="at">When it began.</param>
/// <param name="atRest">Is told when the test holds all that the slice could do, and when that ends.</param>
internal sealed class SliceLog(int number, int attempt, long afterSequence, DateTimeOffset at, Action<bool> atRest)
{
    private static readonly AsyncLocal<SliceLog?> OfThisCode = new();

    private readonly Lock _gate = new();
    private readonly List<object> _items = [];
    private readonly List<StepAttempt> _open = [];
    private readonly List<StepAttempt> _held = [];
    private int? _waitsForSteps;
    private bool _isAtRest;

    /// <summary>The slice whose code this is, or <see langword="null"/>.</summary>
    public static SliceLog? Current
    {
        get => OfThisCode.Value;
        set => OfThisCode.Value = value;
    }

    public int Number => number;

    public int Attempt => attempt;

    public long AfterSequence => afterSequence;

    public DateTimeOffset At => at;

    /// <summary>The request's body.</summary>
    public ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>What came back, or <see langword="null"/> while it runs.</summary>
    public InvokeResult? Result { get; set; }

    /// <summary>Each is a <see cref="TestStep"/> or a <see cref="TestLog"/>.</summary>
    public IReadOnlyList<object> Items
    {
        get
        {
            lock (_gate)
                return [.. _items];
        }
    }

    /// <summary>The attempts that have begun and not ended.</summary>
    public IReadOnlyList<StepAttempt> Open
    {
        get
        {
            lock (_gate)
                return [.. _open];
        }
    }

    /// <summary>The attempts that the test holds.</summary>
    public IReadOnlyList<StepAttempt> Held
    {
        get
        {
            lock (_gate)
                return [.. _held];
        }
    }

    public void Add(TestLog line) => AddItem(line);

    public void Add(TestStep step) => AddItem(step);

    public void Begin(StepAttempt attempt)
    {
        lock (_gate)
            _open.Add(attempt);
    }

    public void End(StepAttempt attempt, TestStep step)
    {
        lock (_gate)
        {
            _open.Remove(attempt);
            _held.Remove(attempt);
            // The slice hears of the end, and does what follows from it.
            _waitsForSteps = null;
            LookForRest();
            if (!attempt.WasCut)
                _items.Add(step);
        }
    }

    /// <summary>The slice waits for so many steps, and for nothing else.</summary>
    public void Rest(int steps)
    {
        lock (_gate)
        {
            _waitsForSteps = steps;
            LookForRest();
        }
    }

    public void Hold(StepAttempt attempt)
    {
        lock (_gate)
        {
            _held.Add(attempt);
            LookForRest();
        }
    }

    public void GoOn(StepAttempt attempt)
    {
        lock (_gate)
        {
            _held.Remove(attempt);
            LookForRest();
        }
    }

    private void LookForRest()
    {
        var isAtRest = _held.Count > 0 && _waitsForSteps == _held.Count;
        if (isAtRest == _isAtRest)
            return;

        _isAtRest = isAtRest;
        atRest(isAtRest);
    }

    private void AddItem(object item)
    {
        lock (_gate)
            _items.Add(item);
    }
}
