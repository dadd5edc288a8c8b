using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a parameter that callers must give to a method: the last before those that they may leave out.</summary>
internal sealed record AddParameter(DocumentId Document, TextSpan Span, ITypeSymbol Type, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var list = ((MethodDeclarationSyntax)node).ParameterList;
        var index = list.Parameters.IndexOf(static parameter => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var added = (ParameterSyntax)generator.ParameterDeclaration(Name, TypeSyntax.Of(Type, generator));
        return ((MethodDeclarationSyntax)node).WithParameterList(list
            .WithParameters(list.Parameters.Insert(index < 0 ? list.Parameters.Count : index, added))
            .WithAdditionalAnnotations(Formatter.Annotation));
    }
}
