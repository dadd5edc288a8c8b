using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>Finds the code that depends on a method's signature.</summary>
internal static class Callers
{
    /// <summary>Whether no base class, interface or other part decides the method's signature.</summary>
    public static bool MayChange(IMethodSymbol method) =>
        method is { IsOverride: false, IsVirtual: false, IsAbstract: false, IsPartialDefinition: false, PartialDefinitionPart: null, ExplicitInterfaceImplementations.IsEmpty: true }
        && !method.ContainingType.AllInterfaces
            .SelectMany(static implemented => implemented.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether the solution only calls or names the method, and makes no delegate of it.</summary>
    public static async Task<bool> OnlyCallAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken) =>
        (await FindAsync(method, solution, cancellationToken).ConfigureAwait(false)).All(static name => IsCalled(name) || IsNamed(name));

    /// <summary>The places in code that name the method.</summary>
    public static async Task<IReadOnlyList<SimpleNameSyntax>> FindAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        var names = new List<SimpleNameSyntax>();
        foreach (var referenced in await SymbolFinder.FindReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false))
            foreach (var place in referenced.Locations)
                if (!place.IsImplicit
                    && await place.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
                    && root.FindNode(place.Location.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true) is SimpleNameSyntax name)
                    names.Add(name);
        return names;
    }

    /// <summary>The places where the solution calls a constructor.</summary>
    public static async Task<IEnumerable<ReferenceLocation>> ConstructionsAsync(IMethodSymbol constructor, Solution solution, CancellationToken cancellationToken) =>
        (await SymbolFinder.FindReferencesAsync(constructor, solution, cancellationToken).ConfigureAwait(false)).SelectMany(static referenced => referenced.Locations);

    /// <summary>Whether the method is only named there, by <c>nameof</c>.</summary>
    public static bool IsNamed(SimpleNameSyntax name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    private static bool IsCalled(SimpleNameSyntax name) => Whole(name).Parent is InvocationExpressionSyntax call && call.Expression == Whole(name);

    private static ExpressionSyntax Whole(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
        : name.Parent is MemberBindingExpressionSyntax binding ? binding
        : name;
}
