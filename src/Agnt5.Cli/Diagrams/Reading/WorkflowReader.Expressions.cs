using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// Expressions, in the order in which they run.
internal sealed partial class WorkflowReader
{
    private void Visit(ExpressionSyntax expression)
    {
        if (_ends.Count == 0)
            return;
        switch (expression)
        {
            case AwaitExpressionSyntax awaited:
                VisitAwaited(awaited.Expression);
                break;
            case InvocationExpressionSyntax call:
                VisitCall(call, isAwaited: false);
                break;
            case AnonymousFunctionExpressionSyntax or TypeSyntax and not NameSyntax:
                // Only who calls a function knows when it runs.
                break;
            case ConditionalExpressionSyntax choice:
                Choose(choice.Condition, () => VisitAwaited(choice.WhenTrue), () => VisitAwaited(choice.WhenFalse));
                break;
            case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression):
                Choose(both.Left, () => Visit(both.Right), static () => { });
                break;
            case BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression):
                Choose(either.Left, static () => { }, () => Visit(either.Right));
                break;
            case BinaryExpressionSyntax orElse when orElse.IsKind(SyntaxKind.CoalesceExpression):
                Visit(orElse.Left);
                Part($"{Said(orElse.Left)} is null?", ("yes", () => VisitAwaited(orElse.Right)), ("no", static () => { }));
                break;
            case SwitchExpressionSyntax choice:
                VisitSwitch(choice);
                break;
            case ThrowExpressionSyntax thrown:
                VisitThrow(thrown.Expression);
                break;
            default:
                VisitParts(expression);
                break;
        }
    }

    private void VisitParts(SyntaxNode node)
    {
        foreach (var part in node.ChildNodes())
            if (part is ExpressionSyntax expression)
                Visit(expression);
            else if (part is not (TypeSyntax or StatementSyntax or PatternSyntax))
                VisitParts(part);
    }

    /// <summary>Reads an expression whose task is awaited at once.</summary>
    private void VisitAwaited(ExpressionSyntax expression)
    {
        var awaited = Bare(expression);
        var around = _started;
        _started = [];
        if (awaited is InvocationExpressionSyntax call && !IsWhen(call))
            VisitCall(call, isAwaited: true);
        else
            Visit(awaited);
        // Tasks that were started before, by the variables that hold them.
        var names = awaited.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>();
        foreach (var name in names.Select(static name => name.Identifier.ValueText).Distinct())
            _started.AddRange(_scope.TakeTasks(name));
        var started = _started;
        _started = around;
        if (started.Count > 0)
            Join(started, WordOf(awaited.ToString()));
    }

    private static string WordOf(string awaited) =>
        awaited.Contains("WhenAny", StringComparison.Ordinal) ? "first" : awaited.Contains("WhenEach", StringComparison.Ordinal) ? "each" : "all";

    /// <summary>An awaited expression without what changes nothing of it here.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax sure when sure.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Bare(sure.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" } member } => Bare(member.Expression),
        _ => expression,
    };

    private static bool IsWhen(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: "WhenAll" or "WhenAny" or "WhenEach" } && SourceText.LastName(type) == "Task";

    private bool IsContext(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => _scope.HasContext(name.Identifier.ValueText),
        ParenthesizedExpressionSyntax inner => IsContext(inner.Expression),
        PostfixUnaryExpressionSyntax sure => IsContext(sure.Operand),
        _ => false,
    };
}
