using System.Globalization;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>A run that a schedule starts. Its input is <c>{}</c>.</summary>
/// <param name="Component">The component.</param>
/// <param name="AtMs">The schedule's time that it stands for, Unix ms. It may be long past.</param>
/// <param name="Missed">How many earlier times were missed and start nothing, at most <see cref="ScheduleMachine.MostCounted"/>.</param>
internal sealed record ScheduleFire(ActiveComponent Component, long AtMs, int Missed)
{
    /// <summary>What makes two runs one: the same component and the same time of its schedule.</summary>
    public string IdempotencyKey => string.Create(CultureInfo.InvariantCulture, $"cron:{Component.Component.Route}:{AtMs}");
}
