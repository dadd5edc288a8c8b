using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a parameter that callers must give to a method or local function: the last before those that they may leave out.</summary>
internal sealed record AddParameter(DocumentId Document, TextSpan Span, ITypeSymbol Type, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) => node switch
    {
        MethodDeclarationSyntax method => method.WithParameterList(Add(method.ParameterList, generator)),
        LocalFunctionStatementSyntax function => function.WithParameterList(Add(function.ParameterList, generator)),
        _ => node,
    };

    private ParameterListSyntax Add(ParameterListSyntax list, SyntaxGenerator generator)
    {
        var index = list.Parameters.IndexOf(static parameter => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var added = (ParameterSyntax)generator.ParameterDeclaration(Name, generator.TypeExpression(Type, addImport: true));
        return list
            .WithParameters(list.Parameters.Insert(index < 0 ? list.Parameters.Count : index, added))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
