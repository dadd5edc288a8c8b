using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Passes one more argument in a call.</summary>
/// <param name="Name">The parameter's name, or <see langword="null"/> when it is the next one.</param>
/// <param name="Text">The argument. It needs no using directive.</param>
internal sealed record AddArgument(DocumentId Document, TextSpan Span, string? Name, string Text) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var call = (InvocationExpressionSyntax)node;
        var added = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(Text));
        if (Name is not null)
            added = added.WithNameColon(SyntaxFactory.NameColon(Name).WithTrailingTrivia(SyntaxFactory.Space));
        return call.WithArgumentList(Lists.Append(call.ArgumentList, added));
    }
}
