using System.Globalization;

namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>Every order of parallel completions, with up to so many cuts at every operation.</summary>
/// <param name="mostCuts">The most cuts of one run.</param>
/// <param name="mostSchedules">The most schedules that are played.</param>
internal sealed class Exhaustive(int mostCuts, int mostSchedules) : IStrategy
{
    // Orders cost nothing, so that all of them come with each number of cuts.
    private readonly Frontier _frontier = new(static (choice, option) => choice.Kind == ChoiceKind.Cut && option > 0 ? 1 : 0, mostCuts, mostSchedules);
    private int _begun;

    /// <summary>Whether all schedules were played.</summary>
    public bool IsDone => _frontier.IsExhausted;

    public bool TryBegin() => _begun++ < mostSchedules && _frontier.TryBegin();

    public int Choose(Choice choice) => _frontier.Choose();

    public void End(IReadOnlyList<TakenChoice> taken) => _frontier.End(taken);

    public string Describe(int schedules) => string.Create(
        CultureInfo.InvariantCulture, $"{schedules:N0} schedules: every order with up to {mostCuts} cuts, {(IsDone ? "all of them" : "those with the fewest first, and more are left")}");
}
