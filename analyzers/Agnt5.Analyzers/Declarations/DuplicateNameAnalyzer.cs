using System.Collections.Concurrent;
using System.Collections.Immutable;
using Agnt5.Analyzers.Types;
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
            start.RegisterSymbolAction(symbol => Collect(symbol, known, declared), SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, known, declared));
        });
    }

    private static void Collect(SymbolAnalysisContext context, KnownSymbols known, ConcurrentBag<DeclaredComponent> declared)
    {
        var method = (IMethodSymbol)context.Symbol;
        // A component that another rule rejects is in no catalog, so it takes no name.
        if (!ComponentMark.IsComponent(method, known) || ComponentShape.FindProblems(method, known, context.CancellationToken).Count > 0)
            return;
        var mark = ComponentMark.Of(method, known).Single();
        declared.Add(new(new(mark.Kind, mark.NameOf(method)), method));
    }

    private static void Report(CompilationAnalysisContext context, KnownSymbols known, ConcurrentBag<DeclaredComponent> declared)
    {
        var owners = new Dictionary<ComponentIdentity, string>();
        foreach (var component in ReferencedComponent.Of(context.Compilation, known))
        {
            var place = $"in assembly '{component.AssemblyName}'";
            Claim(new(component.Kind, component.Name), $"The one {place}", $"the one {place}", Location.None);
        }

        // The generator's order, so that it keeps the component that is not reported, whatever the order of files.
        var sound = declared.GroupBy(component => component.Identity).SelectMany(Sound);
        foreach (var component in sound.OrderBy(component => ComponentIdentifier.Of(component.Method), StringComparer.Ordinal))
        {
            var text = $"'{ShapeText.WithParameters(component.Method)}'";
            Claim(component.Identity, text, text, component.Method.Locations[0]);
        }

        // Reading types is slow, and they matter only when two names are equal.
        IEnumerable<DeclaredComponent> Sound(IGrouping<ComponentIdentity, DeclaredComponent> sharing) => sharing.Skip(1).Any() || owners.ContainsKey(sharing.Key)
            ? sharing.Where(component => ComponentTypes.AreSound(component.Method, known, context.CancellationToken))
            : sharing;

        void Claim(ComponentIdentity identity, string subject, string owner, Location location)
        {
            if (owners.TryGetValue(identity, out var first))
                context.ReportDiagnostic(Diagnostic.Create(Rules.DuplicateName, location, subject, ShapeText.Of(identity.Kind), identity.Name, first));
            else
                owners.Add(identity, owner);
        }
    }

    private readonly record struct ComponentIdentity(ComponentKind Kind, string Name);

    private readonly record struct DeclaredComponent(ComponentIdentity Identity, IMethodSymbol Method);
}
