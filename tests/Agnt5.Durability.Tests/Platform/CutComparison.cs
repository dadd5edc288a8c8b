namespace Agnt5.Durability.Tests.Platform;

/// <summary>Compares a run that was cut with the same run without a cut.</summary>
internal static class CutComparison
{
    /// <summary>Finds what a cut has changed.</summary>
    /// <param name="scenario">What ran.</param>
    /// <param name="kind">How it was cut.</param>
    /// <param name="uncut">The run without a cut.</param>
    /// <param name="cut">The run with it.</param>
    /// <returns>The difference, or <see langword="null"/> when there is none.</returns>
    public static string? Find(Scenario scenario, CutKind kind, RunResult uncut, RunResult cut)
    {
        // A race may end otherwise when it is run again, as may a workflow that was shown one more failure. Each is consistent in itself, and that was checked.
        if (scenario.IsRace || (scenario.Catches && kind is CutKind.StepThrows or CutKind.DeadlineAndThrows))
            return null;
        if (uncut.Outcome != cut.Outcome)
            return $"{uncut.Outcome} without a cut, {cut.Outcome} with {kind}";
        // In one line the outside hears the same in the same order, however often it was cut. A failed attempt may have told more.
        return scenario.RunsBranches || kind is CutKind.StepThrows or CutKind.DeadlineAndThrows || uncut.Told.SequenceEqual(cut.Told)
            ? null
            : $"told [{string.Join(", ", uncut.Told)}] without a cut, [{string.Join(", ", cut.Told)}] with {kind}";
    }
}
