using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Durability;

/// <summary>Tells the code that a returned value, or a made object, consists of from the code that runs besides.</summary>
internal static class ReturnedCode
{
    /// <summary>Whether a function is one expression, which is its value.</summary>
    public static bool IsExpression(IMethodSymbol function) => function.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() switch
    {
        BaseMethodDeclarationSyntax method => method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody is not null,
        LocalFunctionStatementSyntax local => local.ExpressionBody is not null,
        AnonymousFunctionExpressionSyntax lambda => lambda.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };

    /// <summary>Whether a place stands in a returned value, in a value that a member gets, or in a variable that is returned.</summary>
    public static bool Holds(Location place)
    {
        var node = place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        for (var current = node; current is not null; current = current.Parent)
            switch (current)
            {
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax { ExpressionBody: not null }:
                    return true;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } assignment:
                    return assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null || IsReturned(name, assignment);
                case AssignmentExpressionSyntax:
                    return true;
                case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } variable:
                    return IsReturned(variable.Identifier.ValueText, variable);
                case VariableDeclaratorSyntax or PropertyDeclarationSyntax:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }

        return false;
    }

    private static bool IsReturned(string variable, SyntaxNode place) =>
        place.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.Body is { } body
        && body.DescendantNodes().Counted(WorkKind.SyntaxNode).OfType<ReturnStatementSyntax>()
            .Any(result => result.DescendantNodes().Counted(WorkKind.SyntaxNode).Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable));
}
