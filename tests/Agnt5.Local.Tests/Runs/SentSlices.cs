using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

/// <summary>Which slices are on their way, as a host sees it from outside. It holds the machine to one at a time, each with the next number.</summary>
internal sealed class SentSlices
{
    private readonly Dictionary<string, int> _last = [];
    private readonly Dictionary<string, int> _onTheirWay = [];

    public SentSlices()
    {
    }

    private SentSlices(SentSlices from) => (_last, _onTheirWay) = (new(from._last), new(from._onTheirWay));

    public bool HasOnItsWay(string runId) => _onTheirWay.ContainsKey(runId);

    /// <summary>An answer, a loss and a new host end the way of a slice.</summary>
    public void Happens(string runId, RunHappening happening)
    {
        var slice = happening switch { SliceAnswered answered => answered.Slice, SliceLost lost => lost.Slice, HostRestarted => (int?)null, _ => 0 };
        if (slice is null || (_onTheirWay.TryGetValue(runId, out var onItsWay) && onItsWay == slice))
            _onTheirWay.Remove(runId);
    }

    public void Follows(Effect effect)
    {
        if (effect is StartSlice start)
        {
            if (!_onTheirWay.TryAdd(start.RunId, start.Slice))
                throw new InvalidOperationException($"Slice {start.Slice} of {start.RunId} is started while slice {_onTheirWay[start.RunId]} is on its way.");
            if (start.Slice != _last.GetValueOrDefault(start.RunId) + 1)
                throw new InvalidOperationException($"Slice {start.Slice} of {start.RunId} is started after slice {_last.GetValueOrDefault(start.RunId)}.");
            _last[start.RunId] = start.Slice;
        }
        else if (effect is AbandonSlice abandon && !(_onTheirWay.Remove(abandon.RunId, out var slice) && slice == abandon.Slice))
        {
            throw new InvalidOperationException($"Slice {abandon.Slice} of {abandon.RunId} is abandoned and is not on its way.");
        }
    }

    public SentSlices Copy() => new(this);
}
