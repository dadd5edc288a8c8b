using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds <c>CancellationToken cancellationToken = default</c> as the last parameter, which callers may leave out.</summary>
/// <param name="IsInScope">Whether the type can be named by its own name.</param>
internal sealed record AddToken(DocumentId Document, TextSpan Span, INamedTypeSymbol Type, bool IsInScope, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var method = (MethodDeclarationSyntax)node;
        var added = (ParameterSyntax)generator.ParameterDeclaration(Name, TypeSyntax.Of(Type, IsInScope, generator), SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));
        return method.WithParameterList(method.ParameterList.AddParameters(added).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
