using System.Globalization;

namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>Schedules by chance, with any number of cuts.</summary>
/// <param name="seed">What they depend on.</param>
/// <param name="mostSchedules">How many there are.</param>
internal sealed class RandomWalk(int seed, int mostSchedules) : IStrategy
{
    // So that a run ends: a lost answer is no progress.
    private const int MostCuts = 100;

    private readonly Random _random = new(seed);
    private int _begun;
    private int _cuts;
    private int _oneIn;

    public bool TryBegin()
    {
        _cuts = 0;
        // Runs with few cuts and runs with many.
        _oneIn = _random.Next(2, 12);
        return _begun++ < mostSchedules;
    }

    public int Choose(Choice choice)
    {
        if (choice.Kind == ChoiceKind.Order)
            return _random.Next(choice.Options);
        if (_cuts == MostCuts || _random.Next(_oneIn) > 0)
            return 0;

        _cuts++;
        return _random.Next(1, choice.Options);
    }

    public void End(IReadOnlyList<TakenChoice> taken)
    {
    }

    public string Describe(int schedules) => string.Create(CultureInfo.InvariantCulture, $"{schedules:N0} schedules by chance (seed {seed})");
}
