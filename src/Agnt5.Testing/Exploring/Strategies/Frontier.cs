namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>The schedules that are known and not played yet, the cheapest first. Each is a beginning of choices; behind it, the run is plain. So each schedule comes once.</summary>
/// <param name="cost">What an option of a choice costs.</param>
/// <param name="mostCost">What a schedule may cost.</param>
/// <param name="mostSchedules">How many schedules are kept at once.</param>
internal sealed class Frontier(Func<Choice, int, int> cost, int mostCost, int mostSchedules)
{
    private readonly PriorityQueue<int[], (int Cost, long Number)> _waiting = new([(Array.Empty<int>(), (0, 0L))]);
    private int[] _beginning = [];
    private int _next;
    private long _number;
    private bool _leftOut;

    /// <summary>Whether every schedule within the cost was played.</summary>
    public bool IsExhausted => _waiting.Count == 0 && !_leftOut;

    public bool TryBegin()
    {
        _next = 0;
        return _waiting.TryDequeue(out _beginning!, out _);
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
                if (spent + cost(choice, other) is var total && total <= mostCost)
                    Add([.. taken.Take(i).Select(static one => one.Option), other], total);
            }

            spent += cost(choice, option);
        }
    }

    private void Add(int[] beginning, int total)
    {
        if (_waiting.Count < mostSchedules)
            _waiting.Enqueue(beginning, (total, ++_number));
        else
            _leftOut = true;
    }
}
