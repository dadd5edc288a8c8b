using System.Globalization;
using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Reading;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;

namespace Agnt5.Cli.Diagrams;

/// <summary>A workflow of a project as a graph.</summary>
/// <param name="Name">The workflow.</param>
/// <param name="Graph">What it does.</param>
/// <param name="Notes">What the graph may lack.</param>
internal sealed record WorkflowDiagram(string Name, FlowGraph Graph, IReadOnlyList<string> Notes)
{
    private const int MostNames = 20;
    private const int MostProblems = 5;

    /// <summary>Reads the workflow's source. Projects that the project references are read where it is not in the project itself.</summary>
    /// <exception cref="CliException">There is no such workflow, or the project cannot be read.</exception>
    public static async Task<WorkflowDiagram> ReadAsync(string name, FileInfo project, CancellationToken cancellationToken)
    {
        var (code, known) = (new SourceCode(), new HashSet<string>(StringComparer.Ordinal) { project.FullName });
        for (List<FileInfo> projects = [project]; projects.Count > 0;)
        {
            List<FileInfo> next = [];
            foreach (var file in projects)
            {
                var source = await ProjectSource.ReadAsync(file, cancellationToken).ConfigureAwait(false);
                code.Add(source, cancellationToken);
                next.AddRange(source.References.Where(reference => known.Add(reference.FullName)));
            }

            if (code.Components.FirstOrDefault(component => component.Name == name && component.Type == "workflow") is { } workflow)
            {
                var flow = WorkflowReader.Read(workflow, code);
                return new(name, flow.Graph, [.. Problems(code), .. flow.Notes]);
            }

            projects = next;
        }

        throw Missing(name, project, code);
    }

    private static IEnumerable<string> Problems(SourceCode code)
    {
        foreach (var problem in code.Problems.Take(MostProblems))
        {
            var place = problem.Location.GetLineSpan();
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {problem.GetMessage(CultureInfo.InvariantCulture)} ({problem.Id}). The diagram shows what could be read.");
        }
    }

    private static CliException Missing(string name, FileInfo project, SourceCode code)
    {
        if (code.Components.FirstOrDefault(component => component.Name == name) is { } other)
            return new(ExitCodes.Failed, "NO_WORKFLOW", $"{name} is of the type {other.Type}. Only workflows have a diagram.");
        var names = code.Components.Where(static component => component.Type == "workflow").Select(static component => component.Name).Order(StringComparer.Ordinal).ToArray();
        var there = names.Length == 0 ? "There is none in it: a workflow is a method with [Workflow]."
            : $"There are: {string.Join(", ", names.Take(MostNames))}{(names.Length > MostNames ? ", …" : "")}.";
        return new(ExitCodes.Failed, "NO_WORKFLOW", $"There is no workflow {name} in {project.Name}. {there}");
    }
}
