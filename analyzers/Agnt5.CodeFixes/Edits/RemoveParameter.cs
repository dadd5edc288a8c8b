using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Removes a parameter from a method.</summary>
internal sealed record RemoveParameter(DocumentId Document, TextSpan Span, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var list = ((MethodDeclarationSyntax)node).ParameterList;
        var removed = list.Parameters.First(parameter => parameter.Identifier.ValueText == Name);
        return ((MethodDeclarationSyntax)node).WithParameterList(list.WithParameters(list.Parameters.RemoveAt(list.Parameters.IndexOf(removed))));
    }
}
