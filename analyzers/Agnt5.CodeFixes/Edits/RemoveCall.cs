using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Removes a call: <c>value.Call()</c> becomes <c>value</c>. If the call had a line to itself, the line goes too.</summary>
internal sealed record RemoveCall(DocumentId Document, TextSpan Span) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var value = ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)node).Expression).Expression;
        var behind = value.GetTrailingTrivia();
        var kept = behind.All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia) ? default : behind;
        return value.WithTrailingTrivia(kept.AddRange(node.GetTrailingTrivia()));
    }
}
