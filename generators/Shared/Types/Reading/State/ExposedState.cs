using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Finds what a getter hands out itself, so that callers can put something into it.</summary>
internal static class ExposedState
{
    /// <summary>The field that a getter returns, also one that it makes on its first call.</summary>
    public static SimpleNameSyntax? FindReturned(SyntaxNode getter)
    {
        var value = getter switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            AccessorDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            AccessorDeclarationSyntax { Body.Statements: [.., ReturnStatementSyntax statement] } => statement.Expression,
            _ => null,
        };
        if (value is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } made)
            value = made.Left;
        return value is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } ? OwnNames.RootOf(value) as SimpleNameSyntax : null;
    }
}
