using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Makes a method or type static or partial, or both.</summary>
/// <param name="Keywords">The modifiers that it lacks, in their order.</param>
internal sealed record AddModifiers(DocumentId Document, TextSpan Span, string Keywords) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is TypeDeclarationSyntax or MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var declaration = (MemberDeclarationSyntax)node;
        foreach (var keyword in Keywords.Split(' '))
            declaration = Add(declaration, SyntaxFactory.Token(SyntaxFacts.GetKeywordKind(keyword) is var kind and not SyntaxKind.None ? kind : SyntaxFacts.GetContextualKeywordKind(keyword)));
        return declaration;
    }

    // The partial modifier comes last.
    private static MemberDeclarationSyntax Add(MemberDeclarationSyntax declaration, SyntaxToken keyword)
    {
        var modifiers = declaration.Modifiers;
        if (modifiers.Any(keyword.Kind()))
            return declaration;
        var last = modifiers.IndexOf(SyntaxKind.PartialKeyword);
        var index = last < 0 ? modifiers.Count : last;
        var next = index < modifiers.Count ? modifiers[index] : FirstAfterModifiers(declaration);
        var added = keyword.WithLeadingTrivia(next.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space);
        var moved = declaration.ReplaceToken(next, next.WithLeadingTrivia());
        return moved.WithModifiers(moved.Modifiers.Insert(index, added));
    }

    private static SyntaxToken FirstAfterModifiers(MemberDeclarationSyntax declaration) =>
        declaration is TypeDeclarationSyntax type ? type.Keyword : ((MethodDeclarationSyntax)declaration).ReturnType.GetFirstToken();
}
