using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds an attribute without arguments to a parameter.</summary>
/// <param name="IsInScope">Whether the attribute can be named by its own name.</param>
internal sealed record MarkParameter(DocumentId Document, TextSpan Span, INamedTypeSymbol Attribute, bool IsInScope) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ParameterSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) =>
        generator.AddAttributes(node, generator.Attribute(Name(generator))).WithAdditionalAnnotations(Formatter.Annotation);

    private SyntaxNode Name(SyntaxGenerator generator) => IsInScope
        ? generator.IdentifierName(Attribute.Name.Substring(0, Attribute.Name.Length - nameof(System.Attribute).Length))
        : TypeSyntax.Of(Attribute, generator);
}
