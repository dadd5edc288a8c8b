using System.Collections.Immutable;
using Agnt5.Agents;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1016: the model of an agent can tell its tools apart. Names that differ only in characters that providers refuse become one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.IndistinctTools];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
                start.RegisterSymbolAction(symbol => Check(symbol, (IMethodSymbol)symbol.Symbol, known), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, IMethodSymbol method, KnownSymbols known)
    {
        if (method.PartialDefinitionPart is not null || ComponentMark.Of(method, known).FirstOrDefault() is not { Kind: ComponentKind.Agent, Attribute: not null } mark)
            return;

        var names = new Dictionary<string, (string Property, string Name)>(StringComparer.Ordinal);
        foreach (var property in new[] { AgentReference.Tools, AgentReference.Handoffs })
            foreach (var reference in AgentReference.Of(method, mark, property, known))
            {
                var name = property == AgentReference.Handoffs ? OfferedName.OfHandoff(reference.Name) : reference.Name;
                var offered = OfferedName.Of(name);
                // One name twice in a list is AGT1012.
                if (!names.TryGetValue(offered, out var other))
                    names.Add(offered, (property, name));
                else if (other.Property != property || other.Name != name)
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rules.IndistinctTools,
                        AgentReferenceSyntax.LocationOf(new(method, mark), property, reference.Index, context.CancellationToken),
                        ShapeText.Of(method),
                        QuotedText.Of(other.Name),
                        QuotedText.Of(name),
                        QuotedText.Of(offered)));
            }
    }
}
