using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// What runs beside the rest until somebody awaits it.
internal sealed partial class WorkflowReader
{
    /// <summary>Reads work that is started here, and stays at the place.</summary>
    /// <param name="label">For what it is started again, or <see langword="null"/> where it is started once.</param>
    /// <param name="read">Reads it.</param>
    private void Start(string? label, Action read)
    {
        if (_ends.Count == 0)
            return;
        var count = _started.Count;
        var isDrawn = Try(() =>
        {
            if (_ends.Count > 1)
                Add(FlowKind.Fork, " ");
            var from = _ends;
            if (label is not null)
                _ends = [.. _ends.Select(end => end.With(label))];
            read();
            _started.Add(new(_ends, from, label is not null));
            _ends = from;
            return 0;
        });
        if (!isDrawn)
            _started.RemoveRange(count, _started.Count - count);
    }

    /// <summary>Waits for work that was started.</summary>
    private void Join(IReadOnlyList<FlowTask> tasks, string word)
    {
        var hasMoved = tasks.All(task => !task.From.SequenceEqual(_ends));
        FlowEnd[] ends = [.. tasks.SelectMany(static task => task.Ends), .. hasMoved ? _ends : []];
        if (tasks is [{ IsForEach: false }] && !hasMoved)
        {
            _ends = [.. ends];
            return;
        }

        _ends = [.. ends];
        if (ends.Length > 0)
            Do(FlowKind.Join, word);
    }

    /// <summary>Reads an expression whose tasks are kept in variables.</summary>
    private void Hold(IEnumerable<string> names, Action read)
    {
        var around = _started;
        _started = [];
        read();
        var started = _started;
        _started = around;
        if (started.Count > 0)
            foreach (var name in names)
                _scope.AddTasks(name, started);
    }

    /// <summary>Lets a variable stand for the functions of a value: a lambda, or what a list of lambdas gives.</summary>
    private void Name(string variable, ExpressionSyntax value)
    {
        if (Bare(value) is AnonymousFunctionExpressionSyntax lambda)
            _scope.AddBody(variable, new(lambda, _scope));
        else if (RootOf(value) is { } list)
            foreach (var body in _scope.BodiesOf(list).ToArray())
                if (list != variable)
                    _scope.AddBody(variable, body);
    }

    /// <summary>The variables that get what a statement starts: <c>tasks</c> in <c>tasks.Add(…)</c>, and the left side of an assignment.</summary>
    private static IEnumerable<string> HolderOf(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { Left: var left } => left.DescendantNodesAndSelf().Select(static node => node switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            SingleVariableDesignationSyntax made => made.Identifier.ValueText,
            _ => "_",
        }).Where(static name => name is not ("_" or "var")).Distinct(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => RootOf(member.Expression) is { } root ? [root] : [],
        _ => [],
    };

    /// <summary>The variable at the beginning of a chain of calls and members.</summary>
    private static string? RootOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => RootOf(member.Expression),
        InvocationExpressionSyntax call => RootOf(call.Expression),
        ElementAccessExpressionSyntax element => RootOf(element.Expression),
        AwaitExpressionSyntax awaited => RootOf(awaited.Expression),
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        _ => null,
    };
}
