using System.Collections.Immutable;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>The schedules of an environment between two looks at the clock, by route.</summary>
internal sealed record SchedulesState
{
    public ImmutableSortedDictionary<string, ScheduleState> ByRoute { get; init; } = ImmutableSortedDictionary.Create<string, ScheduleState>(StringComparer.Ordinal);
}

/// <summary>One schedule.</summary>
/// <param name="Cron">The expression.</param>
/// <param name="HandledUntilMs">Up to when its times are handled, Unix ms: they have fired, were missed, or came before the schedule.</param>
/// <param name="NextAtMs">Its next time, Unix ms, or <see langword="null"/> when there is none.</param>
internal sealed record ScheduleState(string Cron, long HandledUntilMs, long? NextAtMs);

/// <summary>What the clock makes of schedules.</summary>
/// <param name="State">The schedules from now on. Save them with the runs that they start.</param>
/// <param name="Fires">What is to be started, in the order of the routes.</param>
/// <param name="WakeAtMs">When to look again, Unix ms, or <see langword="null"/>.</param>
internal sealed record SchedulesDecision(SchedulesState State, IReadOnlyList<ScheduleFire> Fires, long? WakeAtMs);
