using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Removes a property from an attribute, and the parentheses if they are empty then.</summary>
/// <param name="Span">The attribute's extent.</param>
/// <param name="Property">The property's name.</param>
internal sealed record RemoveArgument(DocumentId Document, TextSpan Span, string Property) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is AttributeSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var attribute = (AttributeSyntax)node;
        var list = attribute.ArgumentList!;
        var index = list.Arguments.IndexOf(argument => argument.NameEquals?.Name.Identifier.ValueText == Property);
        if (index < 0)
            return node;
        return list.Arguments.Count == 1
            ? attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia())
            : attribute.WithArgumentList(list.WithArguments(list.Arguments.RemoveAt(index)));
    }
}
