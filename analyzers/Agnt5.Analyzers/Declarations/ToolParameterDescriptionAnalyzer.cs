using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1011: each parameter that a tool takes from its input has a description in the schema, from the parameter or from its type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolParameterDescriptionAnalyzer() : RuleAnalyzer(Rules.ToolParameterWithoutDescription)
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
        if (method.PartialDefinitionPart is not null
            || ComponentMark.Of(method, known).ToArray() is not [{ Kind: ComponentKind.Tool }]
            || ComponentInput.ParametersOf(method, known) is not { Count: > 0 } parameters)
            yield break;

        var types = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var type in parameters.SelectMany(parameter => WireTypes.Explore(parameter.Type, "", JsonUse.Read, known, cancellationToken).Types))
            types[type.Key] = type;
        // A parameter that is the whole input has no entry in the schema; the members of its type have.
        if (ComponentInput.Read(parameters, FindType, new JsonScope(known, known.Rules, cancellationToken)) is not { Whole: null } input)
            yield break;

        foreach (var (parameter, member) in parameters.Zip(input.Members, static (parameter, member) => (parameter, member)))
            if (descriptions.Of(member.Documentation) is null && descriptions.Of(DocumentationOf(FindType(member.Type))) is null)
                yield return new(RuleIds.ToolParameterWithoutDescription, parameter.Locations[0], ShapeText.Of(method), parameter.Name);

        TypeModel? FindType(TypeUse use) => types.TryGetValue(use.Key, out var type) ? type : null;

        Documentation DocumentationOf(TypeModel? type) => type switch
        {
            NullableModel nullable => DocumentationOf(FindType(nullable.Underlying)),
            ObjectModel described => described.Documentation,
            EnumModel described => described.Documentation,
            _ => Documentation.None,
        };
    }
}
