using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a required parameter to a method: after the other required ones, or before all parameters.</summary>
internal sealed record AddParameter(DocumentId Document, TextSpan Span, ITypeSymbol Type, string Name) : Edit(Document, Span)
{
    public bool IsFirst { get; init; }

    /// <summary>Whether the type can be named by its own name.</summary>
    public bool IsInScope { get; init; }

    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var method = (MethodDeclarationSyntax)node;
        var added = (ParameterSyntax)generator.ParameterDeclaration(
            Name, IsInScope && Type is INamedTypeSymbol named ? TypeSyntax.Of(named, isInScope: true, generator) : TypeSyntax.Of(Type, generator));
        return method.WithParameterList(Lists.Insert(method.ParameterList, added, parameter => IsFirst || Lists.IsOptional(parameter)));
    }
}
