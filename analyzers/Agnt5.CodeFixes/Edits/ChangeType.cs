using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using WrittenType = Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces a type in source.</summary>
/// <param name="IsInScope">Whether the type can be named by its own name.</param>
internal sealed record ChangeType(DocumentId Document, TextSpan Span, INamedTypeSymbol Type, bool IsInScope) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is WrittenType;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) => TypeSyntax.Of(Type, IsInScope, generator).WithTriviaFrom(node);
}
