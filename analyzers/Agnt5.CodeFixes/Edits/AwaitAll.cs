using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Turns <c>Task.WaitAll(a, b)</c> into <c>await Task.WhenAll(a, b)</c>.</summary>
internal sealed record AwaitAll(DocumentId Document, TextSpan Span) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var call = (InvocationExpressionSyntax)node;
        var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)call.Expression;
        var renamed = call.ReplaceNode(name, SyntaxFactory.IdentifierName("WhenAll").WithTriviaFrom(name));
        return AwaitSyntax.Of(renamed, inParentheses: false).WithTriviaFrom(node);
    }
}
