using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces <c>Task&lt;Task&lt;T&gt;&gt;</c> by the inner task.</summary>
internal sealed record UnwrapType(DocumentId Document, TextSpan Span) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is GenericNameSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) => ((GenericNameSyntax)node).TypeArgumentList.Arguments[0].WithTriviaFrom(node);
}
