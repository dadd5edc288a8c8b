namespace Agnt5.Execution;

/// <summary>
/// The recorded failures of a step, in order (protocol section 6, <c>agnt5:failed:{key}</c>). The record is written from the first failure on that has changed, so a step that fails again and
/// again costs no more than its failures.
/// </summary>
internal sealed class FailureRecord
{
    private readonly Checkpoint _checkpoint;
    private readonly string _key;
    private readonly List<StepFailure> _failures;
    // The record as this slice wrote it, and where each failure begins in it. One place more is where the last failure ends.
    private readonly List<int> _places = [0];
    private byte[] _written = [];
    private int _length;
    private int _firstChanged = int.MaxValue;

    /// <exception cref="NonRetryableException">The record is not valid.</exception>
    public FailureRecord(Checkpoint checkpoint, string stepKey)
    {
        _checkpoint = checkpoint;
        _key = DurableKey.Failures(stepKey);
        _failures = checkpoint.TryGetReserved(_key, out var json)
            ? RecordedValues.Read(_key, json, "a list of failures", root => root.EnumerateArray().Select((failure, number) => FailureJson.Read(stepKey, failure, number)).ToList())
            : [];
    }

    public int Count => _failures.Count;

    public StepFailure this[int number] => _failures[number];

    public void Add(StepFailure failure)
    {
        failure.Number = _failures.Count;
        _failures.Add(failure);
        Change(failure);
    }

    /// <summary>Notes that a failure has changed.</summary>
    public void Change(StepFailure failure) => _firstChanged = Math.Min(_firstChanged, failure.Number);

    /// <summary>Removes failures.</summary>
    /// <returns>The removed ones.</returns>
    public List<StepFailure> Remove(Predicate<StepFailure> isMeant)
    {
        var removed = _failures.FindAll(isMeant);
        if (removed.Count == 0)
            return removed;

        Change(removed[0]);
        _failures.RemoveAll(isMeant);
        for (var number = removed[0].Number; number < _failures.Count; number++)
            _failures[number].Number = number;
        return removed;
    }

    /// <summary>Records what has changed since the last time.</summary>
    /// <param name="now">How far the code has come.</param>
    public void Write(BodyProgress now)
    {
        if (_firstChanged == int.MaxValue)
            return;

        var first = Math.Min(_firstChanged, _places.Count - 1);
        _firstChanged = int.MaxValue;
        var before = RecordedFrom(first);
        _length = _places[first];
        _places.RemoveRange(first + 1, _places.Count - first - 1);
        if (_failures.Count == 0)
        {
            _checkpoint.Remove(_key);
            return;
        }

        for (var number = first; number < _failures.Count; number++)
        {
            Append(number == 0 ? "["u8 : ","u8);
            Append(FailureJson.Write(_failures[number], now));
            _places.Add(_length);
        }

        Append("]"u8);
        // An unchanged record is not written again: it would count as news.
        if (!_written.AsSpan(_places[first].._length).SequenceEqual(before))
            _checkpoint.Record(_key, _written.AsMemory(0, _length));
    }

    private byte[] RecordedFrom(int first)
    {
        if (_length > 0)
            return _written[_places[first].._length];
        return _checkpoint.TryGetReserved(_key, out var given) ? given.ToArray() : [];
    }

    private void Append(ReadOnlySpan<byte> json)
    {
        if (_length + json.Length > _written.Length)
            Array.Resize(ref _written, Math.Max(2 * _written.Length, _length + json.Length));
        json.CopyTo(_written.AsSpan(_length));
        _length += json.Length;
    }
}
