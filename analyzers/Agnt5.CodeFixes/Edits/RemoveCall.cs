using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Leaves of <c>value.Call()</c> the value, and no line for the call where it had one of its own.</summary>
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
