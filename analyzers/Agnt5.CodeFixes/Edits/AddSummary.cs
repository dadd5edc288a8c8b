using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a <c>&lt;summary&gt;</c> to a method that has none.</summary>
internal sealed record AddSummary(DocumentId Document, TextSpan Span, string Text) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) =>
        CommentLines.Of(node).Insert(0, $"<summary>{Text}</summary>").ApplyTo(node);
}
