namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>The schedules that are known and not played yet, the cheapest first. Each is a beginning of choices; behind it, the run is plain. So each schedule comes once.</summary>
/// <param name="cost">What an option of a choice costs.</param>
/// <param name="mostCost">What a schedule may cost.</param>
/// <param name="mostSchedules">How many schedules are kept at once. The dearest ones make room.</param>
internal sealed class Frontier(Func<Choice, int, int> cost, int mostCost, int mostSchedules)
{
    private readonly SortedList<int, LinkedList<int[]>> _byCost = new() { [0] = new([[]]) };
    private int _count = 1;
    private int[] _beginning = [];
    private int _next;
    private bool _leftOut;

    /// <summary>Whether every schedule within the cost was played.</summary>
    public bool IsExhausted => _count == 0 && !_leftOut;

    public bool TryBegin()
    {
        if (_count == 0)
            return false;

        (_beginning, _next) = (_byCost.GetValueAtIndex(0).First!.Value, 0);
        _byCost.GetValueAtIndex(0).RemoveFirst();
        Removed(0);
        return true;
    }

    public int Choose() => _next < _beginning.Length ? _beginning[_next++] : 0;

    /// <summary>Takes in what a run showed: each choice behind its beginning could have been made otherwise.</summary>
    public void End(IReadOnlyList<TakenChoice> taken)
    {
        var spent = 0;
        for (var i = 0; i < taken.Count; i++)
        {
            var (choice, option) = taken[i];
            for (var other = 1; i >= _beginning.Length && other < choice.Options; other++)
            {
                if (spent + cost(choice, other) is var total && total <= mostCost && HasRoom(total))
                    Add([.. taken.Take(i).Select(static one => one.Option), other], total);
            }

            spent += cost(choice, option);
        }
    }

    private bool HasRoom(int total)
    {
        if (_count < mostSchedules)
            return true;

        _leftOut = true;
        if (_count == 0 || _byCost.GetKeyAtIndex(_byCost.Count - 1) <= total)
            return false;

        _byCost.GetValueAtIndex(_byCost.Count - 1).RemoveLast();
        Removed(_byCost.Count - 1);
        return true;
    }

    private void Add(int[] beginning, int total)
    {
        if (!_byCost.TryGetValue(total, out var ofCost))
            _byCost[total] = ofCost = new LinkedList<int[]>();
        ofCost.AddLast(beginning);
        _count++;
    }

    private void Removed(int place)
    {
        _count--;
        if (_byCost.GetValueAtIndex(place).Count == 0)
            _byCost.RemoveAt(place);
    }
}
