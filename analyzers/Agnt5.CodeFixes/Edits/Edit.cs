using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>One change of one piece of source. Equal edits are the same change.</summary>
/// <param name="Document">Where the source is.</param>
/// <param name="Span">The extent of the node to change, for which <see cref="IsTarget"/> holds.</param>
internal abstract record Edit(DocumentId Document, TextSpan Span)
{
    public abstract bool IsTarget(SyntaxNode node);

    /// <summary>Changes the node. Earlier edits may have changed it already.</summary>
    public abstract SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator);
}
