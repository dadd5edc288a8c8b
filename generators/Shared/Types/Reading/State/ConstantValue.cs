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

    /// <summary>Whether it is certain to be the same for the same arguments of the constructor.</summary>
    /// <param name="type">The type of the member that gets it.</param>
    /// <param name="isSame">Whether a name is a parameter of the constructor, or another value that is the same; and stays so where it is used, and not only handed on.</param>
    public static bool IsRepeatable(ExpressionSyntax value, ITypeSymbol type, Func<string, bool, bool> isSame)
    {
        return Is(value, isUsed: false);

        bool IsUsed(ExpressionSyntax part) => Is(part, isUsed: true);

        bool Is(ExpressionSyntax part, bool isUsed) => part switch
        {
            LiteralExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax => true,
            IdentifierNameSyntax name => isSame(name.Identifier.ValueText, isUsed),
            ParenthesizedExpressionSyntax inner => Is(inner.Expression, isUsed),
            CastExpressionSyntax cast => Is(cast.Expression, isUsed),
            PrefixUnaryExpressionSyntax { RawKind: not ((int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression) } unary => IsUsed(unary.Operand),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } unary => Is(unary.Operand, isUsed),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test => IsUsed(test.Left),
            BinaryExpressionSyntax binary => IsUsed(binary.Left) && IsUsed(binary.Right),
            ConditionalExpressionSyntax choice => IsUsed(choice.Condition) && Is(choice.WhenTrue, isUsed) && Is(choice.WhenFalse, isUsed),
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(part => IsUsed(part.Expression)),
            MemberAccessExpressionSyntax access => HasOnlyConstants(access.Expression, type) || IsUsed(access.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call =>
                (HasOnlyConstants(method.Expression, type) || IsUsed(method.Expression)) && call.ArgumentList.Arguments.All(argument => IsUsed(argument.Expression)),
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
            _ => false,
        };
    }

    /// <summary>Whether it is a new object or collection with nothing in it.</summary>
    public static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        BaseObjectCreationExpressionSyntax { Initializer: null or { Expressions.Count: 0 } } created => created.ArgumentList is null or { Arguments.Count: 0 },
        _ => false,
    };

    // The member's own enum, 'string' in 'string.Empty', and 'Math'.
    private static bool HasOnlyConstants(ExpressionSyntax expression, ITypeSymbol type) => expression switch
    {
        PredefinedTypeSyntax => true,
        IdentifierNameSyntax { Identifier.ValueText: var name } => name == "Math" || (type.TypeKind == TypeKind.Enum && name == type.Name),
        _ => false,
    };
}
