using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Makes a private, protected or file-local type internal. What was protected stays so: another assembly may derive from the class around it.</summary>
internal sealed record OpenType(DocumentId Document, TextSpan Span) : Edit(Document, Span)
{
    private static readonly SyntaxToken Internal = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    public override bool IsTarget(SyntaxNode node) => node is BaseTypeDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var type = (BaseTypeDeclarationSyntax)node;
        var modifiers = type.Modifiers;
        var isPrivateProtected = modifiers.Any(SyntaxKind.PrivateKeyword) && modifiers.Any(SyntaxKind.ProtectedKeyword);
        if (modifiers.FirstOrDefault(static token => token.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword) is { RawKind: not 0 } closing)
            modifiers = modifiers.Replace(closing, Internal.WithTriviaFrom(closing));
        else if (modifiers.FirstOrDefault(static token => token.IsKind(SyntaxKind.ProtectedKeyword)) is { RawKind: not 0 } inherited)
            return type.WithModifiers(modifiers.Insert(modifiers.IndexOf(inherited) + 1, Internal));
        else
            return OpenUnmarked(type);
        return type.WithModifiers(
            isPrivateProtected ? modifiers.RemoveAt(modifiers.IndexOf(SyntaxKind.ProtectedKeyword)) : modifiers);
    }

    private static BaseTypeDeclarationSyntax OpenUnmarked(BaseTypeDeclarationSyntax type)
    {
        var first = type.Modifiers.Count > 0 ? type.Modifiers[0] : Keyword(type);
        var moved = type.ReplaceToken(first, first.WithLeadingTrivia());
        return moved.WithModifiers(moved.Modifiers.Insert(0, Internal.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static SyntaxToken Keyword(BaseTypeDeclarationSyntax type) =>
        type is TypeDeclarationSyntax declaration ? declaration.Keyword : ((EnumDeclarationSyntax)type).EnumKeyword;
}
