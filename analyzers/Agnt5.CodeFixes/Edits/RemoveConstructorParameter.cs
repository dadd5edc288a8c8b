using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Removes a parameter from the primary constructor of a class, with its description, and the constructor with its last parameter.</summary>
internal sealed record RemoveConstructorParameter(DocumentId Document, TextSpan Span, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ClassDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var type = (ClassDeclarationSyntax)CommentLines.RemoveParameter(node, Name);
        var list = type.ParameterList!;
        var index = list.Parameters.IndexOf(parameter => parameter.Identifier.ValueText == Name);
        var left = list.WithParameters(list.Parameters.RemoveAt(index));
        return left.Parameters.Count > 0
            ? type.WithParameterList(left)
            : type.WithParameterList(null).WithIdentifier(type.Identifier.WithTrailingTrivia(list.GetTrailingTrivia()));
    }
}
