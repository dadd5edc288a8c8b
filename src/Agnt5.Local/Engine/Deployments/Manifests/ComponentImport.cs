using System.Text.Json;
using Agnt5.Local.Engine.Flow;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Reads one component of a manifest (protocol section 2).</summary>
internal static class ComponentImport
{
    private static readonly string[] Types = ["function", "workflow", "tool", "agent"];

    /// <summary>Reads a component.</summary>
    /// <returns>The component, or <see langword="null"/> when it has no type and name to speak of. Other problems leave it as far as it can be read.</returns>
    public static ComponentSpec? Read(ManifestNode component)
    {
        if (!component.IsObject())
            return null;

        var type = ReadType(component);
        var name = ReadName(component);
        CheckSchema(component, "input_schema");
        CheckSchema(component, "output_schema");
        var flow = FlowControlImport.Read(component);
        var (triggers, cron) = (TriggerImport.Read(component), ReadCron(component, type));
        if (type is null || name is null)
            return null;
        return new()
        {
            Type = type,
            Name = name,
            Retries = flow.Retries,
            Policies = component.Number("max_concurrency", 1, int.MaxValue) is { } limit
                ? [.. flow.Policies, new(FlowKind.MaxConcurrency, null, null, null, (int)limit, 0)]
                : flow.Policies,
            Idempotency = flow.Idempotency,
            // A policy is the more precise of the two.
            Priority = (flow.Priority, component.Number("priority", int.MinValue, int.MaxValue)) switch
            {
                ({ } declared, _) => declared,
                (_, { } number) => (int)number,
                _ => 0,
            },
            Triggers = triggers,
            Cron = cron,
        };
    }

    private static string? ReadType(ManifestNode component)
    {
        var (type, other) = (component.OneOf("type", Types), component.OneOf("component_type", Types));
        if (!component.Has("type") && !component.Has("component_type"))
            component.Refuse("has no type: set 'type' and 'component_type' to 'function', 'workflow', 'tool' or 'agent'");
        else if (type is not null && other is not null && type != other)
            component.Refuse($"has the type '{type}' and the component_type '{other}': they are the same");
        return type ?? other;
    }

    private static string? ReadName(ManifestNode component)
    {
        if (!component.TryGetRequired("name", "a component is called by its name", out var node) || node.Text() is not { } name)
            return null;
        if (name.Trim() != name)
            node.Refuse($"is {QuotedText.Of(name)}, which begins or ends with white space: trim it");
        else if (name.Length > ManifestLimits.NameLength)
            node.Refuse($"is longer than {ManifestLimits.NameLength} characters");
        else if (name.Any(char.IsControl))
            node.Refuse($"is {QuotedText.Of(name)}, which has a control character in it");
        return name;
    }

    private static void CheckSchema(ManifestNode component, string member)
    {
        if (component.TryGet(member, out var schema) && schema.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
            schema.Refuse($"is {ManifestNode.KindOf(schema.Value)}, and a JSON Schema is an object");
    }

    private static string? ReadCron(ManifestNode component, string? type)
    {
        if (!component.TryGetObject("metadata", out var metadata))
            return null;
        foreach (var member in metadata.Value.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.Null)
                metadata.Refuse($"has a null for {QuotedText.Of(member.Name)}: leave it out where there is no value");
        if (!metadata.Has("cron") || metadata.Value.GetProperty("cron").ValueKind == JsonValueKind.Null || !metadata.TryGet("cron", out var node) || node.Text() is not { } cron)
            return null;
        if (CronExpression.Parse(cron, out var problem) is null)
            node.Refuse($"is {QuotedText.Of(cron)}: {problem!.Text}{(problem.Mended is { } mended ? $"; write '{mended}'" : "")}");
        else if (type is not (null or "workflow"))
            node.Refuse($"stands at a {type}: only workflows are started by schedules");
        return cron;
    }
}
