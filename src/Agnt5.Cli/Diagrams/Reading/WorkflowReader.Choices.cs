using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// Where ways part.
internal sealed partial class WorkflowReader
{
    private const string Otherwise = "otherwise";

    private void Choose(ExpressionSyntax condition, Action yes, Action no)
    {
        Visit(condition);
        var isNot = false;
        while (true)
        {
            if (condition is ParenthesizedExpressionSyntax inner)
                condition = inner.Expression;
            else if (condition is PrefixUnaryExpressionSyntax not && not.IsKind(SyntaxKind.LogicalNotExpression))
                (condition, isNot) = (not.Operand, !isNot);
            else
                break;
        }

        Part($"{Said(condition)}?", (isNot ? "no" : "yes", yes), (isNot ? "yes" : "no", no));
    }

    /// <summary>Parts the way, unless none of the ways holds something.</summary>
    private void Part(string text, params IEnumerable<(string Label, Action Read)> ways)
    {
        if (_ends.Count == 0)
            return;
        Try(() =>
        {
            var node = Add(FlowKind.Branch, SourceText.Short(text));
            List<FlowEnd> after = [];
            foreach (var (label, read) in ways)
            {
                _ends = [new(node.Id, label)];
                read();
                after.AddRange(_ends);
            }

            _ends = after;
            return 0;
        });
    }

    private void VisitSwitch(SwitchStatementSyntax choice)
    {
        Visit(choice.Expression);
        var around = _scope.Breaks;
        var after = new FlowTarget(_handlers.Count, "leaves");
        _scope.Breaks = after;
        Try(() =>
        {
            var hasDefault = choice.Sections.Any(static section => section.Labels.Any(static label => label is DefaultSwitchLabelSyntax));
            Part(
                Said(choice.Expression),
                choice.Sections.Select(section => (string.Join(", ", section.Labels.Select(Label)), (Action)(() => VisitAll(section.Statements))))
                    .Concat(hasDefault ? [] : [(Otherwise, static () => { })]));
            _ends = [.. _ends, .. after.Ends];
            return after.Jumps;
        });
        _scope.Breaks = around;
    }

    private void VisitSwitch(SwitchExpressionSyntax choice)
    {
        Visit(choice.GoverningExpression);
        Part(Said(choice.GoverningExpression), choice.Arms.Select(arm => (Label(arm.Pattern, arm.WhenClause), (Action)(() => VisitAwaited(arm.Expression)))));
    }

    private string Label(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax value => SourceText.Of(value.Value, _code),
        CasePatternSwitchLabelSyntax pattern => Label(pattern.Pattern, pattern.WhenClause),
        _ => Otherwise,
    };

    private string Label(PatternSyntax pattern, WhenClauseSyntax? when)
    {
        var text = pattern is ConstantPatternSyntax constant ? SourceText.Of(constant.Expression, _code) : pattern is DiscardPatternSyntax ? Otherwise : SourceText.Written(pattern);
        return when is null ? text : $"{text} {SourceText.Written(when)}";
    }

    /// <summary>An expression as it is written, with the results of what was drawn before it by their names.</summary>
    private string Said(ExpressionSyntax expression)
    {
        if (SourceText.Constant(expression, _code) is { } constant)
            return constant;
        var text = expression.ToString();
        var waits = expression.DescendantNodesAndSelf(static node => node is not (AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax)).OfType<AwaitExpressionSyntax>();
        if (expression is InvocationExpressionSyntax)
            return ResultOf(expression);
        foreach (var wait in waits.Reverse())
            text = string.Concat(text.AsSpan(0, wait.SpanStart - expression.SpanStart), ResultOf(wait.Expression), text.AsSpan(wait.Span.End - expression.SpanStart));
        return text;
    }

    private string ResultOf(ExpressionSyntax expression)
    {
        var awaited = Bare(expression);
        return awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
            && IsContext(member.Expression) && DurableCalls.Methods.ContainsKey(member.Name.Identifier.ValueText)
            ? DurableCalls.Result(member.Name.Identifier.ValueText, call.ArgumentList, _code)
            : SourceText.Written(awaited);
    }
}
