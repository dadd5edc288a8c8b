using System.Globalization;

namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>The runs that find most: one with an end of its slice at every operation, and one in which each of these slices is lost once.</summary>
internal sealed class Sweeps(ExploreCuts cuts) : IStrategy
{
    private readonly Queue<CutKind> _left = new(((CutKind[])[CutKind.EndSlice, CutKind.LoseAnswer]).Where(cut => cuts.HasFlag(Flag(cut))));
    private CutKind _cut;
    private bool _hasLost;

    public bool TryBegin()
    {
        _hasLost = false;
        return _left.TryDequeue(out _cut);
    }

    public int Choose(Choice choice)
    {
        if (choice.Kind == ChoiceKind.Order)
            return 0;

        _hasLost = _cut == CutKind.LoseAnswer && !_hasLost;
        return choice.OptionOf(_hasLost ? CutKind.LoseAnswer : CutKind.EndSlice);
    }

    public void End(IReadOnlyList<TakenChoice> taken)
    {
    }

    public string Describe(int schedules) => string.Create(CultureInfo.InvariantCulture, $"{schedules:N0} with a cut at every operation");

    private static ExploreCuts Flag(CutKind cut) => cut == CutKind.EndSlice ? ExploreCuts.EndSlice : ExploreCuts.LoseAnswer;
}
