using System.CommandLine;
using Agnt5.Cli.Commands.Dev;
using Agnt5.Cli.Diagrams;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Diagram;

/// <summary><c>dotnet agnt5 diagram</c>: a workflow as Mermaid, from its source.</summary>
internal static class DiagramCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The workflow's name on the wire, for example ship_order." };
    private static readonly Option<string?> Project = new("--project") { Description = "The project or its folder. Default: the project in this folder.", HelpName = "path" };
    private static readonly Option<string> Direction = new("--direction") { Description = "Where the flow goes: TD (down), LR (right), BT or RL.", DefaultValueFactory = static _ => "TD" };

    public static Command Create()
    {
        Direction.AcceptOnlyFromAmong("TD", "LR", "BT", "RL");
        var command = new Command("diagram", "Draws a workflow from its source, as a flowchart of Mermaid.") { Name, Project, Direction };
        command.SetAction(DrawAsync);
        return command;
    }

    private static async Task<int> DrawAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(Project);
        var project = DevTarget.Of(path).Project ?? throw new CliException(ExitCodes.Usage, "TARGET_INVALID", "A diagram is drawn from source. Give a project or its folder, not a URL.");
        var diagram = await WorkflowDiagram.ReadAsync(parsed.GetRequiredValue(Name), project, cancellationToken).ConfigureAwait(false);
        var text = MermaidWriter.Write(diagram.Graph, parsed.GetRequiredValue(Direction));
        var output = CommandOutput.Of(parsed);
        if (output.IsJson)
            DiagramJson.Write(output, diagram, text);
        else
            output.Out.Write(text);
        if (!output.IsJson)
            foreach (var note in diagram.Notes)
                output.WriteNote(TerminalText.Line(note, longest: 400));
        return ExitCodes.Success;
    }
}
