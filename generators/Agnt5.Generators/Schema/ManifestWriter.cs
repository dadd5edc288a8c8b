using System.Globalization;
using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes a component's entry in the manifest (protocol section 2). Absent values are left out, never null.</summary>
internal static class ManifestWriter
{
    public static string Write(ComponentModel component, Descriptions descriptions)
    {
        var json = new JsonWriter().StartObject();
        json.Name("name").Text(component.Name);
        json.Name("type").Text(WireName(component.Kind));
        json.Name("component_type").Text(WireName(component.Kind));
        if (component.Input is { } input && SchemaWriter.Write(input.Type, component.Types, JsonUse.Read, descriptions, input.Limits) is { } inputSchema)
            json.Name("input_schema").Raw(inputSchema);
        if (component is { Output: { } output, Agent: null or { IsStructured: true } } && SchemaWriter.Write(output, component.Types, JsonUse.Write, descriptions) is { } outputSchema)
            json.Name("output_schema").Raw(outputSchema);
        WriteMetadata(component, descriptions, json);
        WriteTriggers(component.Triggers, json);
        FlowControlWriter.Write(component.FlowControl, json);
        if (component.Priority is { } priority)
            json.Name("priority").Raw(priority.ToString(CultureInfo.InvariantCulture));
        if (component.MaxConcurrency is { } maxConcurrency)
            json.Name("max_concurrency").Raw(maxConcurrency.ToString(CultureInfo.InvariantCulture));
        return json.EndObject().ToString();
    }

    /// <summary>The whole document, without the service's name and version, which are only known at start-up.</summary>
    public static string WriteDocument(string components) => $$"""{"protocol_version":"workerless.v1","components":{{components}}}""";

    private static void WriteMetadata(ComponentModel component, Descriptions descriptions, JsonWriter json)
    {
        var description = descriptions.Of(component.Documentation);
        var model = component.Agent?.Model;
        var isTool = component.Kind == ComponentKind.Tool;
        if (description is null && component.Cron is null && model is null && !isTool)
            return;

        json.Name("metadata").StartObject();
        if (description is not null)
            json.Name("description").Text(description);
        if (component.Cron is { } cron)
            json.Name("cron").Text(cron);
        if (model is not null)
            json.Name("model").Text(model);
        if (isTool)
            json.Name("requires_confirmation").Raw(component.RequiresConfirmation ? "true" : "false");
        json.EndObject();
    }

    private static void WriteTriggers(EquatableArray<TriggerModel> triggers, JsonWriter json)
    {
        if (triggers.Count == 0)
            return;

        json.Name("triggers").StartArray();
        foreach (var trigger in triggers)
        {
            json.StartObject();
            if (trigger.Id is { } id)
                json.Name("trigger_id").Text(id);
            json.Name("trigger_type").Text("event").Name("event_name").Text(trigger.EventName);
            json.EndObject();
        }

        json.EndArray();
    }

    private static string WireName(ComponentKind kind) => kind switch
    {
        ComponentKind.Function => "function",
        ComponentKind.Workflow => "workflow",
        ComponentKind.Agent => "agent",
        _ => "tool",
    };
}
