using System.Collections.Concurrent;
using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1003: components of one type have different names, in this project and the assemblies it references.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.DuplicateName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known)
                return;
            var declared = new ConcurrentBag<DeclaredComponent>();
            start.RegisterSymbolAction(symbol => Collect((IMethodSymbol)symbol.Symbol, known, declared), SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, known, declared));
        });
    }

    private static void Collect(IMethodSymbol method, KnownSymbols known, ConcurrentBag<DeclaredComponent> declared)
    {
        if (!ComponentMark.IsComponent(method, known))
            return;
        foreach (var mark in ComponentMark.Of(method, known))
            declared.Add(new(new(mark.Kind, mark.WrittenName ?? ComponentNames.DefaultName(method.Name)), method));
    }

    private static void Report(CompilationAnalysisContext context, KnownSymbols known, ConcurrentBag<DeclaredComponent> declared)
    {
        // What is there first stays: referenced assemblies before this project, and in it the order in which the compiler reads.
        var owners = new Dictionary<ComponentIdentity, string>();
        foreach (var component in ReferencedComponent.Of(context.Compilation, known))
            Claim(new(component.Kind, component.Name), $"The one in assembly '{component.AssemblyName}'", $"the one in assembly '{component.AssemblyName}'", Location.None);

        var trees = context.Compilation.SyntaxTrees.Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index);
        foreach (var component in declared.OrderBy(component => trees[component.Location.SourceTree!]).ThenBy(component => component.Location.SourceSpan.Start))
            Claim(component.Identity, $"'{ShapeText.Of(component.Method)}'", $"'{ShapeText.Of(component.Method)}'", component.Location);

        void Claim(ComponentIdentity identity, string subject, string owner, Location location)
        {
            if (owners.TryGetValue(identity, out var first))
                context.ReportDiagnostic(Diagnostic.Create(Rules.DuplicateName, location, subject, ShapeText.Of(identity.Kind), identity.Name, first));
            else
                owners.Add(identity, owner);
        }
    }

    private readonly record struct ComponentIdentity(ComponentKind Kind, string Name);

    private readonly record struct DeclaredComponent(ComponentIdentity Identity, IMethodSymbol Method)
    {
        public Location Location => Method.Locations[0];
    }
}
