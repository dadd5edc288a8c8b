using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Writes <c>await</c>.</summary>
internal static class AwaitSyntax
{
    public static ExpressionSyntax Of(ExpressionSyntax task, bool inParentheses)
    {
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            task.WithoutTrivia());
        return inParentheses ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited;
    }

    /// <summary>Whether an <c>await</c> needs parentheses in the place of an expression, because the code around it binds more tightly.</summary>
    public static bool NeedsParentheses(ExpressionSyntax replaced) => replaced.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == replaced,
        ElementAccessExpressionSyntax access => access.Expression == replaced,
        InvocationExpressionSyntax call => call.Expression == replaced,
        ConditionalAccessExpressionSyntax access => access.Expression == replaced,
        PostfixUnaryExpressionSyntax => true,
        _ => false,
    };
}
