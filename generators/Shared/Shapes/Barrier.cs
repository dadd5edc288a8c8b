using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The reason why generated code, a separate class in the project's assembly, cannot name a method or type.</summary>
/// <param name="Symbol">The closed method or type: the requested one, one around it, or one of its type arguments.</param>
/// <param name="Text">The modifier that closes it: <c>private</c>.</param>
/// <param name="Fix">The change that opens it.</param>
internal sealed record Barrier(ISymbol Symbol, string Text, string Fix)
{
    private const string Open = "make it internal or public";

    /// <summary>Finds the barrier of a symbol, or returns <see langword="null"/> when it is open.</summary>
    public static Barrier? Find(ISymbol? symbol, KnownSymbols known) => symbol switch
    {
        IArrayTypeSymbol array => Find(array.ElementType, known),
        IMethodSymbol method => FindAt(method, known) ?? Find(method.ContainingType, known),
        INamedTypeSymbol type => FindAt(type, known) ?? FindInArguments(type, known) ?? Find(type.ContainingType, known),
        _ => null,
    };

    private static Barrier? FindInArguments(INamedTypeSymbol type, KnownSymbols known) =>
        type.TypeArguments.Select(argument => Find(argument, known)).FirstOrDefault(found => found is not null);

    private static Barrier? FindAt(ISymbol symbol, KnownSymbols known) => symbol switch
    {
        INamedTypeSymbol { IsFileLocal: true } => new(symbol, "file-local", "remove 'file'"),
        { DeclaredAccessibility: Accessibility.Public } => null,
        _ when IsForeign(symbol, known) => known.Compilation.IsSymbolAccessibleWithin(symbol.OriginalDefinition, known.Compilation.Assembly)
            ? null
            : new(symbol, "closed to other assemblies", "use a type of this project"),
        { DeclaredAccessibility: Accessibility.Private } => new(symbol, "private", Open),
        { DeclaredAccessibility: Accessibility.Protected } => new(symbol, "protected", Open),
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => new(symbol, "private protected", Open),
        _ => null,
    };

    private static bool IsForeign(ISymbol symbol, KnownSymbols known) =>
        !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, known.Compilation.Assembly);
}
