using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Sources;

/// <summary>Tells, from the text alone, what a name may stand for.</summary>
internal static class DeclaredNames
{
    /// <summary>Whether a parameter or a variable of the member around it has a name. Where in the member it is declared does not matter: rather no value than a wrong one.</summary>
    public static bool IsLocal(IdentifierNameSyntax name)
    {
        // An attribute stands at its method, and sees none of its names. A field names other fields.
        if (name.FirstAncestorOrSelf<AttributeSyntax>() is not null || name.FirstAncestorOrSelf<BaseFieldDeclarationSyntax>() is not null)
            return false;
        var member = name.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
        return member?.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name.Identifier.ValueText && token.Parent is not SimpleNameSyntax) == true;
    }

    /// <summary>Whether an expression can be a type's name: names and dots, of which the first is no variable.</summary>
    public static bool IsType(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => !IsLocal(name),
        MemberAccessExpressionSyntax member => IsType(member.Expression),
        AliasQualifiedNameSyntax => true,
        _ => false,
    };
}
