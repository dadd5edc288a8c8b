using System.Text;
using Agnt5.Cli.Diagrams.Flow;

namespace Agnt5.Cli.Diagrams;

/// <summary>Writes a graph as a flowchart of Mermaid.</summary>
internal static class MermaidWriter
{
    public static string Write(FlowGraph graph, string direction)
    {
        var text = new StringBuilder($"flowchart {direction}\n");
        WriteGroup(text, graph, group: null, indent: "  ");
        foreach (var edge in graph.Edges)
        {
            var arrow = edge.IsFailure ? "-.->" : "-->";
            text.Append($"  {edge.From} {arrow}{(edge.Label is null ? "" : $"|{MermaidText.Label([edge.Label])}|")} {edge.To}\n");
        }

        return text.ToString();
    }

    private static void WriteGroup(StringBuilder text, FlowGraph graph, FlowGroup? group, string indent)
    {
        foreach (var node in graph.Nodes.Where(node => graph.GroupOf(node) == group?.Id))
            text.Append($"{indent}{node.Id}{Shape(node.Kind, MermaidText.Label(node.Lines))}\n");
        foreach (var inner in graph.Groups.Where(inner => inner.Parent == group))
        {
            text.Append($"{indent}subgraph {inner.Id}[{MermaidText.Label([inner.Label])}]\n");
            WriteGroup(text, graph, inner, indent + "  ");
            text.Append($"{indent}end\n");
        }
    }

    private static string Shape(FlowKind kind, string label) => kind switch
    {
        FlowKind.Start or FlowKind.End or FlowKind.Failure => $"([{label}])",
        FlowKind.Sleep or FlowKind.Signal => $"{{{{{label}}}}}",
        FlowKind.Question => $"[/{label}/]",
        FlowKind.Call => $"[[{label}]]",
        FlowKind.Event => $">{label}]",
        FlowKind.Branch or FlowKind.Loop => $"{{{label}}}",
        FlowKind.Repeat or FlowKind.Fork or FlowKind.Join => $"(({label}))",
        _ => $"[{label}]",
    };
}
