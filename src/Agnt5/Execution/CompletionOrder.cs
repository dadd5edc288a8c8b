using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// The order in which overlapping operations completed (protocol section 6, <c>agnt5:order</c>). It is kept from the first overlap on. A replay follows it, and
/// so takes the same branch.
/// </summary>
internal sealed class CompletionOrder
{
    private readonly Checkpoint _checkpoint;
    private readonly List<string> _completed = [];
    private readonly Dictionary<string, int>? _ahead;
    private readonly bool _wasGiven;
    // How many of its latest completions each key loses. They are taken out together: one search for each would cost the square of a fan-out that fails.
    private Dictionary<string, int>? _takenBack;
    private int _next;
    private bool _isChanged;

    public CompletionOrder(Checkpoint checkpoint)
    {
        _checkpoint = checkpoint;
        if (!checkpoint.TryGetReserved(DurableKey.Order, out var json))
            return;

        _wasGiven = true;
        IsKept = true;
        _completed = RecordedValues.Read(DurableKey.Order, json, "a list of texts", static root => root.EnumerateArray().Select(static key => key.GetString() ?? "").ToList());
        GivenCount = _completed.Count;
        _ahead = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in _completed)
            _ahead[key] = _ahead.GetValueOrDefault(key) + 1;
    }

    /// <summary>Whether completions are added to the order: an earlier slice kept the order, or operations overlapped in this slice.</summary>
    public bool IsKept { get; private set; }

    /// <summary>How many completions came with the request.</summary>
    private int GivenCount { get; set; }

    /// <summary>Starts to keep the order, because an operation began while another was open.</summary>
    public void Keep() => IsKept = true;

    /// <summary>Whether the recorded order still has turns.</summary>
    public bool HasTurns => _ahead is { Count: > 0 };

    /// <summary>Whether the recorded order still has a turn for a completion.</summary>
    public bool HasTurnFor(string key) => _ahead is not null && _ahead.ContainsKey(key);

    /// <summary>The completion whose turn it is, or <see langword="null"/> when the recorded order is used up.</summary>
    public string? Next
    {
        get
        {
            TakeOut();
            return _next < GivenCount ? _completed[_next] : null;
        }
    }

    /// <summary>Ends the turn of <see cref="Next"/>, whether or not the completion was delivered.</summary>
    public void EndTurn() => EndOne(_completed[_next++]);

    /// <summary>Adds a completion of this slice to the order.</summary>
    public void Append(string key)
    {
        if (!IsKept)
            return;

        TakeOut();
        _completed.Add(key);
        _isChanged = true;
    }

    /// <summary>Removes the latest completion of a key, because its outcome will not be recorded.</summary>
    public void TakeBack(string key)
    {
        _takenBack ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _takenBack[key] = _takenBack.GetValueOrDefault(key) + 1;
    }

    /// <summary>Removes the latest recorded completion of a key before any completion has had its turn, because the operation will run again.</summary>
    public void Forget(string key)
    {
        if (!HasTurnFor(key))
            return;

        TakeBack(key);
        GivenCount--;
        EndOne(key);
    }

    /// <summary>Records the order if this slice has changed it.</summary>
    public void Seal()
    {
        TakeOut();
        if (!_isChanged)
            return;

        if (_completed.Count == 0 && !_wasGiven)
            return;

        _checkpoint.Record(DurableKey.Order, JsonBytes.Write(_completed, static (writer, keys) =>
        {
            writer.WriteStartArray();
            foreach (var key in keys)
                writer.WriteStringValue(key);
            writer.WriteEndArray();
        }));
    }

    private void TakeOut()
    {
        if (_takenBack is not { } left)
            return;

        _takenBack = null;
        var count = _completed.Count;
        _completed.Reverse();
        _completed.RemoveAll(key =>
        {
            if (!left.TryGetValue(key, out var times) || times == 0)
                return false;

            left[key] = times - 1;
            return true;
        });
        _completed.Reverse();
        _isChanged |= _completed.Count < count;
    }

    private void EndOne(string key)
    {
        if (--_ahead![key] == 0)
            _ahead.Remove(key);
    }
}
