using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Makes a private or protected type or method, or a file-local type, internal. A protected declaration stays protected too: another assembly may derive from the class around it.</summary>
internal sealed record OpenDeclaration(DocumentId Document, TextSpan Span) : Edit(Document, Span)
{
    private static readonly SyntaxToken Internal = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    public override bool IsTarget(SyntaxNode node) => node is BaseTypeDeclarationSyntax or MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var declaration = (MemberDeclarationSyntax)node;
        var modifiers = declaration.Modifiers;
        var isPrivateProtected = modifiers.Any(SyntaxKind.PrivateKeyword) && modifiers.Any(SyntaxKind.ProtectedKeyword);
        if (modifiers.FirstOrDefault(static token => token.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword) is { RawKind: not 0 } closing)
            modifiers = modifiers.Replace(closing, Internal.WithTriviaFrom(closing));
        else if (modifiers.FirstOrDefault(static token => token.IsKind(SyntaxKind.ProtectedKeyword)) is { RawKind: not 0 } inherited)
            return declaration.WithModifiers(modifiers.Insert(modifiers.IndexOf(inherited) + 1, Internal));
        else
            return OpenUnmarked(declaration);
        return declaration.WithModifiers(
            isPrivateProtected ? modifiers.RemoveAt(modifiers.IndexOf(SyntaxKind.ProtectedKeyword)) : modifiers);
    }

    private static MemberDeclarationSyntax OpenUnmarked(MemberDeclarationSyntax declaration)
    {
        var first = declaration.Modifiers.Count > 0 ? declaration.Modifiers[0] : FirstAfterModifiers(declaration);
        var moved = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return moved.WithModifiers(moved.Modifiers.Insert(0, Internal.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static SyntaxToken FirstAfterModifiers(MemberDeclarationSyntax declaration) => declaration switch
    {
        TypeDeclarationSyntax type => type.Keyword,
        EnumDeclarationSyntax type => type.EnumKeyword,
        _ => ((MethodDeclarationSyntax)declaration).ReturnType.GetFirstToken(),
    };
}
