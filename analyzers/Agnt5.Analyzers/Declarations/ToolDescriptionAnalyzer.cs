using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1010: a tool has a description in the manifest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolDescriptionAnalyzer() : RuleAnalyzer(Rules.ToolWithoutDescription)
{
    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        var documentation = DocumentationFile.Among(start.Options);
        start.RegisterSymbolAction(
            symbol => Report(Find((IMethodSymbol)symbol.Symbol, known, new(documentation), symbol.CancellationToken), symbol.ReportDiagnostic),
            SymbolKind.Method);
    }

    private static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, Descriptions descriptions, CancellationToken cancellationToken)
    {
        if (method.PartialDefinitionPart is null
            && ComponentMark.Of(method, known).ToArray() is [{ Kind: ComponentKind.Tool } tool]
            && descriptions.Of(DocumentationReader.OfComponent(method, tool, known, cancellationToken)) is null)
            yield return new(RuleIds.ToolWithoutDescription, method.Locations[0], ShapeText.Of(method));
    }
}
