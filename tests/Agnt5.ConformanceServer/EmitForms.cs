using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Agnt5.ConformanceServer;

/// <summary>Events in every form that another SDK takes.</summary>
public static class EmitForms
{
    [StringSyntax(StringSyntaxAttribute.Json)]
    private const string Forms = """
        [
          { "event_type": "forms.snake", "data": { "a": 1 }, "metadata": { "k": "v" }, "timestamp_ns": 1000, "correlation_id": "c1", "parent_event_id": "p1", "step_key": "s1", "data_type": "text" },
          { "eventType": "forms.camel", "data": { "camelKey": 1 }, "metadata": { "k": "v", "n": 5, "nested": { "x": 1 } }, "timestampNs": 2000, "correlationId": "c2", "parentEventId": "p2", "stepKey": "s2", "dataType": "bytes" },
          { "eventType": "forms.nodata", "fooBar": 1, "nestedThing": { "innerKey": 2 }, "stepKey": "s3" },
          { "event_type": "  forms.trim  ", "data": null, "metadata": {}, "correlation_id": "   ", "timestamp_ns": "5", "step_key": 7 },
          { "event_type": "forms.both", "eventType": "ignored", "data": "text", "correlation_id": "snake", "correlationId": "camel", "timestamp_ns": 1, "timestampNs": 2 },
          { "event_type": "forms.minimal", "data": [1, "two", null] }
        ]
        """;

    [Workflow("emit_forms")]
    public static async Task<Acknowledgement> EmitAsync(WorkflowContext ctx, string? bad)
    {
        using var forms = JsonDocument.Parse(Forms);
        foreach (var form in forms.RootElement.EnumerateArray())
            await FreeFormEvent.EmitAsync(ctx, form);

        if (bad == "throw")
            throw new InvalidOperationException("after events");
        if (BadForm(bad) is { } json)
        {
            using var form = JsonDocument.Parse(json);
            await FreeFormEvent.EmitAsync(ctx, form.RootElement);
        }

        return new Acknowledgement { Ok = true };
    }

    private static string? BadForm(string? kind) => kind switch
    {
        "string" => "\"forms.string\"",
        "array" => """[{ "event_type": "forms.array", "data": 1 }]""",
        "no_type" => """{ "data": 1 }""",
        _ => null,
    };
}
