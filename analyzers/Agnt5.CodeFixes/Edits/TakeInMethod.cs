using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Turns a variable of a method into a parameter that comes from the services: before a token and optional parameters.</summary>
/// <param name="Attribute">The attribute of such parameters.</param>
/// <param name="Name">The variable.</param>
internal sealed record TakeInMethod(DocumentId Document, TextSpan Span, INamedTypeSymbol Type, INamedTypeSymbol Attribute, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    /// <summary>The declaration of the variable.</summary>
    public static LocalDeclarationStatementSyntax? Declaration(SyntaxNode method, string name) => method.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(
        declaration => declaration.Declaration.Variables is [{ Identifier.ValueText: var declared }] && declared == name);

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var method = (MethodDeclarationSyntax)node.RemoveNode(Declaration(node, Name)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        var taken = generator.AddAttributes(generator.ParameterDeclaration(Name, TypeSyntax.Of(Type, generator)), generator.Attribute(TypeSyntax.Of(Attribute, generator)));
        return method.WithParameterList(Lists.Insert(
            method.ParameterList,
            (ParameterSyntax)taken,
            static parameter => Lists.IsOptional(parameter) || parameter.Type is SimpleNameSyntax { Identifier.ValueText: nameof(CancellationToken) }));
    }
}
