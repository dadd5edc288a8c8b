using Agnt5.Cli.Diagrams.Flow;
using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

// Statements.
internal sealed partial class WorkflowReader
{
    private void Visit(StatementSyntax? statement)
    {
        // Nothing comes here.
        if (_ends.Count == 0)
            return;
        switch (statement)
        {
            case BlockSyntax block:
                VisitAll(block.Statements);
                break;
            case ExpressionStatementSyntax { Expression: var expression }:
                Hold(HolderOf(expression), () => Visit(expression));
                break;
            case LocalDeclarationStatementSyntax { Declaration: var declaration }:
                VisitDeclaration(declaration);
                break;
            case ReturnStatementSyntax { Expression: var returned }:
                VisitReturn(returned);
                break;
            case ThrowStatementSyntax { Expression: var thrown }:
                VisitThrow(thrown);
                break;
            case IfStatementSyntax choice:
                Choose(choice.Condition, () => Visit(choice.Statement), () => Visit(choice.Else?.Statement));
                break;
            case SwitchStatementSyntax choice:
                VisitSwitch(choice);
                break;
            case CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                VisitLoop(statement);
                break;
            case TryStatementSyntax guarded:
                VisitTry(guarded);
                break;
            case BreakStatementSyntax when _scope.Breaks is { } breaks:
                Jump(breaks);
                break;
            case ContinueStatementSyntax when _scope.Continues is { } continues:
                Jump(continues);
                break;
            case UsingStatementSyntax use:
                if (use.Declaration is { } used)
                    VisitDeclaration(used);
                else
                    Visit(use.Expression!);
                Visit(use.Statement);
                break;
            case GotoStatementSyntax jump:
                Note(jump, "a goto is not drawn");
                // Another case goes on, and what stands behind the switch does not follow from here.
                if (!jump.IsKind(SyntaxKind.GotoStatement))
                {
                    _happened++;
                    _ends = [];
                }

                break;
            case LabeledStatementSyntax labeled:
                Visit(labeled.Statement);
                break;
            case LockStatementSyntax locked:
                Visit(locked.Statement);
                break;
            case CheckedStatementSyntax inner:
                Visit(inner.Block);
                break;
            case UnsafeStatementSyntax inner:
                Visit(inner.Block);
                break;
            case FixedStatementSyntax inner:
                Visit(inner.Statement);
                break;
            case YieldStatementSyntax { Expression: { } item }:
                Visit(item);
                break;
        }
    }

    private void VisitAll(IEnumerable<StatementSyntax> statements)
    {
        StatementSyntax[] all = [.. statements];
        // A local function may be called above the place where it stands.
        foreach (var function in all.OfType<LocalFunctionStatementSyntax>())
            _scope.AddBody(function.Identifier.ValueText, new(function, _scope));
        foreach (var statement in all)
            Visit(statement);
    }

    private void VisitDeclaration(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
            if (variable.Initializer?.Value is { } value)
            {
                var name = variable.Identifier.ValueText;
                Hold([name], () => Visit(value));
                Name(name, value);
            }
    }

    private void VisitReturn(ExpressionSyntax? value)
    {
        if (value is not null)
            VisitAwaited(value);
        if (_ends.Count > 0)
            Jump(_scope.Returns ?? Outcome(FlowKind.End, value is null ? "completed" : $"returns {SourceText.Short(Said(value))}"));
    }

    private void VisitThrow(ExpressionSyntax? thrown)
    {
        if (thrown is not null)
            Visit(thrown);
        if (_ends.Count == 0)
            return;
        var type = thrown is null ? _caught : thrown is ObjectCreationExpressionSyntax made ? SourceText.LastName(made.Type) : SourceText.Written(thrown);
        if (!_handlers.Exists(static handler => !handler.IsFinally))
        {
            Jump(Outcome(FlowKind.Failure, type is null ? "fails" : $"fails: {type}"));
            return;
        }

        // The group that it stands in leads to the catch.
        if (thrown is not null)
            Do(FlowKind.Throw, $"throws {type}");
        _happened++;
        _ends = [];
    }

    private void Note(SyntaxNode node, string text)
    {
        var place = node.GetLocation().GetLineSpan();
        _notes.Add($"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {text}.");
    }
}
