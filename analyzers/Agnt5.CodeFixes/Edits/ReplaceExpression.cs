using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces an expression.</summary>
/// <param name="Text">The expression. It needs no using directive.</param>
internal sealed record ReplaceExpression(DocumentId Document, TextSpan Span, string Text) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) => SyntaxFactory.ParseExpression(Text).WithTriviaFrom(node);
}
