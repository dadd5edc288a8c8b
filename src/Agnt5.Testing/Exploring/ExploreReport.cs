namespace Agnt5.Testing;

/// <summary>What <see cref="Explore"/> has done, where no run differed.</summary>
public sealed class ExploreReport
{
    internal ExploreReport()
    {
    }

    /// <summary>How many schedules were played.</summary>
    public required int Schedules { get; init; }

    /// <summary>Whether they were all that there are, within the bounds of the options.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How many runs were not compared with others, because a step gave another result. What one run does was checked all the same.</summary>
    public required int NotCompared { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What was done and what was not, in words.</summary>
    public required string Text { get; init; }

    /// <summary>What was done and what was not.</summary>
    public override string ToString() => Text;
}
