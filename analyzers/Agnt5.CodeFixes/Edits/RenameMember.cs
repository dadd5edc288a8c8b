using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces the member name after a dot.</summary>
internal sealed record RenameMember(DocumentId Document, TextSpan Span, string Member) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MemberAccessExpressionSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var access = (MemberAccessExpressionSyntax)node;
        return access.WithName(SyntaxFactory.IdentifierName(Member).WithTriviaFrom(access.Name));
    }
}
