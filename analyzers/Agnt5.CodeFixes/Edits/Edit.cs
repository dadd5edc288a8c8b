using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>One change of one piece of source. Two that are equal are the same change.</summary>
/// <param name="Document">Where the source is.</param>
/// <param name="Span">What is changed: the extent of a node that <see cref="IsTarget"/> holds for.</param>
internal abstract record Edit(DocumentId Document, TextSpan Span)
{
    public abstract bool IsTarget(SyntaxNode node);

    /// <summary>Changes the node, in which other edits may have been made before.</summary>
    public abstract SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator);
}
