using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>What an event starts.</summary>
/// <param name="Started">The components, each one once: it has one run for an event, however many of its triggers match.</param>
/// <param name="SkippedUnsupported">How many matching triggers are skipped because they have a field that the gateway does not support (protocol section 2).</param>
internal sealed record EventMatch(IReadOnlyList<ActiveComponent> Started, int SkippedUnsupported)
{
    /// <summary>Finds what an event starts at the active routes of an environment.</summary>
    public static EventMatch Find(EnvironmentState environment, string eventName) => Find(environment.Active(), eventName);

    /// <summary>Finds what an event starts at one deployment, whose routes may be active or not.</summary>
    public static EventMatch Find(DeploymentState deployment, string eventName) =>
        Find(deployment.Components.OrderBy(static component => component.Route, StringComparer.Ordinal).Select(component => new ActiveComponent(deployment, component)), eventName);

    private static EventMatch Find(IEnumerable<ActiveComponent> components, string eventName)
    {
        List<ActiveComponent> started = [];
        var skipped = 0;
        foreach (var candidate in components)
        {
            var isStarted = false;
            foreach (var trigger in candidate.Component.Triggers)
            {
                if (trigger.EventName != eventName)
                    continue;
                if (trigger.IsUnsupported)
                    skipped++;
                else
                    isStarted = true;
            }

            if (isStarted)
                started.Add(candidate);
        }

        return new(started, skipped);
    }
}
