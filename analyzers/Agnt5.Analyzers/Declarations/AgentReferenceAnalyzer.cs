using System.Collections.Concurrent;
using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>
/// AGT1012: the tools and handoffs that an agent names exist, in this project or in the assemblies it references. AGT1010 for agents: an agent that
/// another agent's model chooses has a description.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.UnknownTool, Rules.AgentWithoutDescription];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known)
                return;
            var declared = new ConcurrentBag<MarkedMethod>();
            start.RegisterSymbolAction(symbol => Collect((IMethodSymbol)symbol.Symbol, known, declared), SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, known, [.. declared]));
        });
    }

    // A component that another rule rejects counts as existing: it has its own finding.
    private static void Collect(IMethodSymbol method, KnownSymbols known, ConcurrentBag<MarkedMethod> declared)
    {
        if (ComponentMark.IsComponent(method, known))
            declared.Add(new(method, ComponentMark.Of(method, known).First()));
    }

    private static void Report(CompilationAnalysisContext context, KnownSymbols known, MarkedMethod[] declared)
    {
        var agents = declared.Where(static component => component.Mark.Kind == ComponentKind.Agent).ToArray();
        if (agents.Length == 0)
            return;

        var names = new ComponentTable(
        [
            .. declared.Select(static component => new NamedComponent(component.Mark.Kind, component.Mark.NameOf(component.Method), component.Method.Name)),
            .. OfferedTools.All,
            .. ReferencedComponent.Of(context.Compilation, known).Select(static component => new NamedComponent(component.Kind, component.Name, component.Name)),
        ]);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agent in agents)
            foreach (var property in new[] { AgentReference.Tools, AgentReference.Handoffs })
            {
                var references = AgentReference.Of(agent.Method, agent.Mark, property, known).ToArray();
                chosen.UnionWith(references.Select(static reference => reference.Name).Where(name => names.Find(property, name) == ComponentKind.Agent && name != agent.Mark.NameOf(agent.Method)));
                foreach (var reference in references)
                    if (AgentReferenceProblem.Find(agent, property, reference, references, names) is { } problem)
                        context.ReportDiagnostic(Diagnostic.Create(
                            Rules.UnknownTool,
                            AgentReferenceSyntax.LocationOf(agent, property, reference.Index, context.CancellationToken),
                            ShapeText.Of(agent.Method),
                            problem));
            }

        var descriptions = new Descriptions(DocumentationFile.Among(context.Options));
        foreach (var agent in agents)
            if (chosen.Contains(agent.Mark.NameOf(agent.Method)) && descriptions.Of(DocumentationReader.OfComponent(agent.Method, agent.Mark, known, context.CancellationToken)) is null)
                context.ReportDiagnostic(Diagnostic.Create(Rules.AgentWithoutDescription, agent.Method.Locations[0], ShapeText.Of(agent.Method)));
    }
}

/// <summary>A method of this project and the component attribute that it has.</summary>
internal readonly record struct MarkedMethod(IMethodSymbol Method, ComponentMark Mark);
