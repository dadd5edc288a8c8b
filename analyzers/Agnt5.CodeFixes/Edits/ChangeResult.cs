using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Awaits the returned value, or calls a method on it.</summary>
/// <param name="Method">The method, or <see langword="null"/> to await.</param>
internal sealed record ChangeResult(DocumentId Document, TextSpan Span, string? Method) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ExpressionSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var result = (ExpressionSyntax)node.WithoutTrivia();
        var operand = IsOperand(result) ? result : SyntaxFactory.ParenthesizedExpression(result);
        var changed = Method is null ? generator.AwaitExpression(operand) : generator.InvocationExpression(generator.MemberAccessExpression(operand, Method));
        return changed.WithTriviaFrom(node);
    }

    private static bool IsOperand(ExpressionSyntax expression) => expression
        is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ObjectCreationExpressionSyntax
        or ParenthesizedExpressionSyntax;
}
