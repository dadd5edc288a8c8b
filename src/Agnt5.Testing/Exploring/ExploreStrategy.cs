namespace Agnt5.Testing;

/// <summary>How <see cref="Explore"/> picks schedules.</summary>
public enum ExploreStrategy
{
    /// <summary>Exhaustive; where half of <see cref="ExploreOptions.MaxSchedules"/> is not enough for all, random with the other half.</summary>
    Auto,

    /// <summary>Every order of parallel completions, with up to <see cref="ExploreOptions.MaxCuts"/> cuts at every operation. Runs with fewer cuts come first.</summary>
    Exhaustive,

    /// <summary>Schedules by chance, with any number of cuts. The same <see cref="ExploreOptions.Seed"/> gives the same ones.</summary>
    Random,

    /// <summary>Up to <see cref="ExploreOptions.MaxDelays"/> deviations from the plain run: a cut is one, and so is each place by which a completion is put back. Runs with fewer come first.</summary>
    DelayBounded,
}
