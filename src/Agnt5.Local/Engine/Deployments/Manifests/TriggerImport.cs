using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Reads the triggers of a component (protocol section 2).</summary>
internal static class TriggerImport
{
    // The gateway skips a trigger that has one of these.
    private static readonly string[] Unsupported = ["filter_expression", "input_mapping", "batch_window_ms", "delay_expression"];

    public static IReadOnlyList<DeclaredTrigger> Read(ManifestNode component)
    {
        List<DeclaredTrigger> triggers = [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in component.Items("triggers", ManifestLimits.Triggers))
            if (item.IsObject() && Read(item, ids) is { } trigger)
                triggers.Add(trigger);
        return triggers;
    }

    private static DeclaredTrigger? Read(ManifestNode trigger, HashSet<string> ids)
    {
        if (trigger.TryGetRequired("trigger_type", "it must be 'event'", out _))
            trigger.OneOf("trigger_type", "event");
        if (trigger.TryGet("trigger_id", out var id) && id.Text() is { } own && !ids.Add(own))
            id.Refuse($"is {QuotedText.Of(own)}, the id of another trigger of this component: give each its own, or leave it out");
        var isUnsupported = false;
        foreach (var member in Unsupported)
            isUnsupported |= trigger.TryGet(member, out _);
        if (!trigger.TryGetRequired("event_name", "a trigger starts runs for the events of a name", out var node) || node.Text() is not { } name)
            return null;
        if (name.Trim() != name)
            node.Refuse($"is {QuotedText.Of(name)}, which begins or ends with white space: trim it");
        else if (name.Length > ManifestLimits.NameLength)
            node.Refuse($"is longer than {ManifestLimits.NameLength} characters");
        return new(name, isUnsupported);
    }
}
