using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the candidates of a file, with one semantic model.</summary>
internal static class FileReader
{
    public static FileContents Read(CandidateFile file, Compilation compilation, CancellationToken cancellationToken)
    {
        if (KnownSymbols.Of(compilation) is not { } known)
            return FileContents.Empty;

        var model = compilation.GetSemanticModel(file.Tree);
        var marked = file.Declarations
            .Select(node => (Node: node, Symbol: SymbolOf(node, model, cancellationToken)!))
            .Where(declared => declared.Symbol is not null && ComponentMark.Of(declared.Symbol, known).Any(mark => mark.Attribute.ApplicationSyntaxReference?.SyntaxTree == file.Tree))
            .ToArray();
        return new(
            marked.Select(declared => ComponentParser.Parse(declared.Node, declared.Symbol, known, cancellationToken)).OfType<ParsedComponent>().ToEquatableArray(),
            marked.Select(declared => AgentBodyParser.Parse(declared.Node, declared.Symbol, known, cancellationToken)).OfType<AgentBodyModel>().ToEquatableArray(),
            file.Calls.Select(call => DurableCallParser.Parse(call, model, known, cancellationToken)).OfType<DurableCallModel>().ToEquatableArray());
    }

    private static IMethodSymbol? SymbolOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        (node is LambdaExpressionSyntax ? model.GetSymbolInfo(node, cancellationToken).Symbol : model.GetDeclaredSymbol(node, cancellationToken)) as IMethodSymbol;
}
