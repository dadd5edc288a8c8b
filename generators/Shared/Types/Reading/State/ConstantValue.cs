using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>What an expression in a constructor or initializer comes to, by syntax alone.</summary>
internal static class ConstantValue
{
    /// <summary>Whether it is a literal.</summary>
    public static bool IsLiteral(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        _ => false,
    };

    /// <summary>Whether it is a new object or collection with nothing in it. A comparer and a capacity put nothing into it.</summary>
    public static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        BaseObjectCreationExpressionSyntax { Initializer: null or { Expressions.Count: 0 } } created => created.ArgumentList is null || created.ArgumentList.Arguments.All(IsNoContent),
        _ => false,
    };

    private static bool IsNoContent(ArgumentSyntax argument) => argument.Expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression or (int)SyntaxKind.NullLiteralExpression } => true,
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "StringComparer" or "EqualityComparer" or "Comparer" } } => true,
        IdentifierNameSyntax name => argument.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.ParameterList.Parameters
            .Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText && parameter.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword }) == true,
        _ => false,
    };
}
