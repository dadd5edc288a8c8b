using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// Bodies that run again.
internal sealed partial class WorkflowReader
{
    private void VisitLoop(StatementSyntax statement)
    {
        switch (statement)
        {
            case ForEachStatementSyntax each:
                VisitItems(each);
                Name(each.Identifier.ValueText, each.Expression);
                Loop(null, $"for each {each.Identifier.ValueText} in {Said(each.Expression)}", "next", "done", () => Visit(each.Statement));
                break;
            case ForEachVariableStatementSyntax each:
                VisitItems(each);
                Loop(null, $"for each {each.Variable} in {Said(each.Expression)}", "next", "done", () => Visit(each.Statement));
                break;
            case WhileStatementSyntax loop:
                Loop(loop.Condition, $"while {Said(loop.Condition)}", "yes", "no", () => Visit(loop.Statement));
                break;
            case ForStatementSyntax loop:
                if (loop.Declaration is { } declaration)
                    VisitDeclaration(declaration);
                var parts = (string[])[loop.Declaration?.Variables.ToString() ?? loop.Initializers.ToString(), loop.Condition?.ToString() ?? "", loop.Incrementors.ToString()];
                Loop(loop.Condition, $"for {string.Join("; ", parts)}", "next", "done", () => Visit(loop.Statement), () => VisitChildren(loop.Incrementors));
                break;
            case DoStatementSyntax loop:
                LoopFirst(loop);
                break;
        }
    }

    // The tasks of Task.WhenEach are awaited here, one after the other as they end.
    private void VisitItems(CommonForEachStatementSyntax each)
    {
        if (each.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            VisitAwaited(each.Expression);
        else
            Visit(each.Expression);
    }

    /// <summary>A loop that asks before each turn, or never.</summary>
    private void Loop(ExpressionSyntax? condition, string text, string next, string done, Action body, Action? between = null) => Try(() =>
    {
        var isEndless = condition.IsKind(SyntaxKind.TrueLiteralExpression) || text.Contains("; ;", StringComparison.Ordinal);
        FlowNode? again = null;
        // What the condition does is done again, too.
        if (isEndless)
            again = Add(FlowKind.Repeat, "repeat");
        else if (condition is not null)
            Try(() =>
            {
                again = Add(FlowKind.Repeat, "repeat");
                var happened = _happened;
                Visit(condition);
                again = _happened == happened ? null : again;
                return 0;
            });
        List<FlowEnd> after = [];
        if (!isEndless)
        {
            var test = Add(FlowKind.Loop, SourceText.Short(text));
            again ??= test;
            _ends = [new(test.Id, next)];
            after.Add(new(test.Id, done));
        }

        var own = Turn(body, between, after);
        _graph.Connect(_ends, again!);
        _ends = after;
        return own;
    });

    /// <summary>A loop that asks after each turn.</summary>
    private void LoopFirst(DoStatementSyntax loop) => Try(() =>
    {
        var again = Add(FlowKind.Repeat, "repeat");
        List<FlowEnd> after = [];
        var own = Turn(() => Visit(loop.Statement), null, after);
        if (_ends.Count > 0)
        {
            Visit(loop.Condition);
            var test = Add(FlowKind.Loop, SourceText.Short($"while {Said(loop.Condition)}"));
            _graph.Connect([new(test.Id, "yes")], again);
            after.Add(new(test.Id, "no"));
        }

        _ends = after;
        return own;
    });

    /// <summary>One turn of a loop. What breaks out of it comes to <paramref name="after"/>.</summary>
    /// <returns>The jumps within the loop.</returns>
    private int Turn(Action body, Action? between, List<FlowEnd> after)
    {
        var (breaks, continues) = (_scope.Breaks, _scope.Continues);
        var (left, next) = (new FlowTarget(_handlers.Count, "leaves"), new FlowTarget(_handlers.Count, "goes on"));
        (_scope.Breaks, _scope.Continues) = (left, next);
        body();
        (_scope.Breaks, _scope.Continues) = (breaks, continues);
        _ends = [.. _ends, .. next.Ends];
        if (_ends.Count > 0)
            between?.Invoke();
        after.AddRange(left.Ends);
        return left.Jumps + next.Jumps;
    }

    private void VisitChildren(SeparatedSyntaxList<ExpressionSyntax> expressions)
    {
        foreach (var expression in expressions)
            Visit(expression);
    }
}
