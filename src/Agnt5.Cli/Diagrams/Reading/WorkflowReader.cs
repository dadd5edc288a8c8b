using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>
/// Reads the code of a workflow as a graph of what it does. Code that neither does a durable thing nor leaves is not in it. Each part is read at a place (<see cref="_ends"/>) and leaves
/// the place behind it; what turns out to hold nothing is taken back.
/// </summary>
internal sealed partial class WorkflowReader
{
    // Mermaid draws at most 500 edges. Helpers beyond this are named, and not drawn.
    private const int MostNodes = 200;

    private readonly SourceCode _code;
    private readonly FlowGraph _graph = new();
    private readonly List<string> _notes = [];
    private readonly List<FlowHandler> _handlers = [];
    private readonly List<SyntaxNode> _reading = [];
    private readonly Dictionary<(FlowKind Kind, string Label), FlowTarget> _outcomes = [];
    private List<FlowTask> _started = [];
    private FlowScope _scope = new(parent: null);
    private List<FlowEnd> _ends = [];

    // Counts nodes and jumps, so that a reader of a part learns whether the part holds any.
    private int _happened;

    private WorkflowReader(SourceCode code) => _code = code;

    /// <summary>Reads a workflow.</summary>
    public static WorkflowFlow Read(SourceComponent workflow, SourceCode code)
    {
        var reader = new WorkflowReader(code);
        reader._ends = [new(reader._graph.Add(FlowKind.Start, workflow.Name).Id)];
        var method = code.WithBody(workflow.Method);
        reader._reading.Add(method);
        reader._scope.AddContexts(method.ParameterList.Parameters);
        reader.VisitBody(method.Body, method.ExpressionBody?.Expression);
        if (reader._ends.Count > 0)
            reader.Jump(reader.Outcome(FlowKind.End, "completed"));
        foreach (var ((kind, label), target) in reader._outcomes)
            reader._graph.Connect(target.Ends, reader._graph.End(kind, label));
        return new(reader._graph, reader._notes);
    }

    private void VisitBody(BlockSyntax? block, ExpressionSyntax? expression)
    {
        if (block is not null)
            Visit(block);
        else if (expression is not null)
            VisitReturn(expression);
    }

    /// <summary>Adds a node behind the place.</summary>
    private FlowNode Add(FlowKind kind, params IEnumerable<string> lines)
    {
        var node = _graph.Add(kind, lines);
        _graph.Connect(_ends, node);
        _ends = [new(node.Id)];
        return node;
    }

    /// <summary>Adds a node that does something.</summary>
    private void Do(FlowKind kind, params IEnumerable<string> lines)
    {
        _happened++;
        Add(kind, lines);
    }

    /// <summary>Reads a part, and takes back what was added when it holds nothing.</summary>
    /// <param name="read">Reads it, and gives the number of jumps that end within the part itself.</param>
    /// <returns>Whether it holds something.</returns>
    private bool Try(Func<int> read)
    {
        var (mark, ends, happened) = (_graph.Mark(), _ends, _happened);
        var own = read();
        if (_happened - own > happened)
            return true;
        _graph.Undo(mark);
        (_ends, _happened) = (ends, happened);
        return false;
    }

    /// <summary>How the run ends: one node for each label.</summary>
    private FlowTarget Outcome(FlowKind kind, string label)
    {
        if (!_outcomes.TryGetValue((kind, label), out var target))
            _outcomes[(kind, label)] = target = new(Depth: 0, kind == FlowKind.End ? "returns" : "fails");
        return target;
    }

    /// <summary>Leaves the place for another, through each <c>finally</c> on the way.</summary>
    private void Jump(FlowTarget target) => Jump(target, Take());

    private void Jump(FlowTarget target, IReadOnlyList<FlowEnd> ends)
    {
        _happened++;
        for (var at = _handlers.Count - 1; at >= target.Depth; at--)
            if (_handlers[at].IsFinally)
            {
                _handlers[at].Held.Add((ends, target));
                return;
            }

        target.Jumps++;
        target.Ends.AddRange(ends);
    }

    private List<FlowEnd> Take()
    {
        var ends = _ends;
        _ends = [];
        return ends;
    }
}

/// <summary>What was read of a workflow.</summary>
/// <param name="Graph">Its graph.</param>
/// <param name="Notes">What the graph does not show.</param>
internal sealed record WorkflowFlow(FlowGraph Graph, IReadOnlyList<string> Notes);
