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
        // The text of an owner is made only for a message.
        var owners = new Dictionary<ComponentIdentity, Func<string>>();
        foreach (var component in ReferencedComponent.Of(context.Compilation, known))
            Claim(new(component.Kind, component.Name), () => ReferencedMethod.Describe(component, context.Compilation, known), OwnPlace);

        // The generator's order, so that it keeps the component that is not reported, whatever the order of files.
        var sound = declared.GroupBy(component => component.Identity).SelectMany(Sound);
        foreach (var component in sound.OrderBy(component => ComponentIdentifier.Of(component.Method), StringComparer.Ordinal))
        {
            Claim(component.Identity, () => $"'{ShapeText.WithParameters(component.Method)}'", () => component.Method.Locations[0]);
        }

        // Reading types is slow, and they matter only when two names are equal.
        IEnumerable<DeclaredComponent> Sound(IGrouping<ComponentIdentity, DeclaredComponent> sharing) => sharing.Skip(1).Any() || owners.ContainsKey(sharing.Key)
            ? sharing.Where(component => ComponentTypes.AreSound(component.Method, known, context.CancellationToken))
            : sharing;

        void Claim(ComponentIdentity identity, Func<string> owner, Func<Location> place)
        {
            if (owners.TryGetValue(identity, out var first))
                context.ReportDiagnostic(Diagnostic.Create(Rules.DuplicateName, place(), Capitalized(owner()), ShapeText.Of(identity.Kind), identity.Name, first()));
            else
                owners.Add(identity, owner);
        }

        // Two referenced assemblies have no source here, so the message stands where this project brings them together.
        Location OwnPlace() =>
            CatalogUse.Find(context.Compilation, context.CancellationToken)
            ?? declared.Select(static component => component.Method).OrderBy(ComponentIdentifier.Of, StringComparer.Ordinal).FirstOrDefault()?.Locations[0]
            ?? Location.None;
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private readonly record struct ComponentIdentity(ComponentKind Kind, string Name);

    private readonly record struct DeclaredComponent(ComponentIdentity Identity, IMethodSymbol Method);
}
