using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Gives a field of a class the value of a new parameter of the primary constructor.</summary>
/// <param name="Field">The field.</param>
/// <param name="Name">The parameter.</param>
internal sealed record TakeInConstructor(DocumentId Document, TextSpan Span, INamedTypeSymbol Type, string Field, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ClassDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var field = node.DescendantNodes().OfType<VariableDeclaratorSyntax>().First(variable => variable.Identifier.ValueText == Field && variable.Parent?.Parent is FieldDeclarationSyntax);
        var value = field.Initializer!.Value;
        var type = (ClassDeclarationSyntax)node.ReplaceNode(value, SyntaxFactory.IdentifierName(Name).WithTriviaFrom(value));
        var parameter = (ParameterSyntax)generator.ParameterDeclaration(Name, TypeSyntax.Of(Type, generator));
        if (type.ParameterList is { } list)
            return type.WithParameterList(list.AddParameters(parameter).WithAdditionalAnnotations(Formatter.Annotation));
        var before = type.TypeParameterList?.GetLastToken() ?? type.Identifier;
        var added = SyntaxFactory.ParameterList([parameter]).WithTrailingTrivia(before.TrailingTrivia).WithAdditionalAnnotations(Formatter.Annotation);
        return ((ClassDeclarationSyntax)type.ReplaceToken(type.TypeParameterList?.GetLastToken() ?? type.Identifier, before.WithTrailingTrivia())).WithParameterList(added);
    }
}
