using Agnt5.Cli.Diagrams;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Diagram;

/// <summary>Writes a diagram for programs: its text, and the graph that it shows.</summary>
internal static class DiagramJson
{
    public static void Write(CommandOutput output, WorkflowDiagram diagram, string text) => output.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, diagram.Name);
        json.WriteString("mermaid"u8, text);
        json.WriteStartArray("nodes"u8);
        foreach (var node in diagram.Graph.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, node.Id);
            json.WriteString("kind"u8, node.Kind.ToString().ToLowerInvariant());
            json.WriteString("label"u8, string.Join('\n', node.Lines));
            if (diagram.Graph.GroupOf(node) is { } group)
                json.WriteString("group"u8, group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edges"u8);
        foreach (var edge in diagram.Graph.Edges)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, edge.From);
            json.WriteString("to"u8, edge.To);
            if (edge.Label is not null)
                json.WriteString("label"u8, edge.Label);
            json.WriteBoolean("failure"u8, edge.IsFailure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes"u8);
        foreach (var note in diagram.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
