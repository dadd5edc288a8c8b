using System.Globalization;

namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>Runs that deviate little from the plain one: a cut is one delay, and so is each place by which a completion is put back.</summary>
/// <param name="mostDelays">The most delays of one run.</param>
/// <param name="mostSchedules">The most schedules that are played.</param>
internal sealed class DelayBounded(int mostDelays, int mostSchedules) : IStrategy
{
    private readonly Frontier _frontier = new(static (choice, option) => choice.Kind == ChoiceKind.Order ? option : Math.Min(option, 1), mostDelays, mostSchedules);
    private int _begun;

    /// <summary>Whether all schedules were played.</summary>
    public bool IsDone => _frontier.IsExhausted;

    public bool TryBegin() => _begun++ < mostSchedules && _frontier.TryBegin();

    public int Choose(Choice choice) => _frontier.Choose();

    public void End(IReadOnlyList<TakenChoice> taken) => _frontier.End(taken);

    public string Describe(int schedules) => string.Create(
        CultureInfo.InvariantCulture, $"{schedules:N0} schedules with up to {mostDelays} delays, {(IsDone ? "all of them" : "those with the fewest first, and more are left")}");
}
