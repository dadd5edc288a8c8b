using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// AGT1001: generated code, a class of its own in the same assembly, names the method and every type around it. The types in the signature follow:
/// C# itself demands that they can be reached wherever the method can. The keys of services do not follow.
/// </summary>
internal static class AccessibilityRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        if (!SignatureRule.IsOrdinary(method))
            yield break;
        if (FindBarrier(method) is { } found)
            yield return new(RuleIds.Inaccessible, method.Locations[0], ShapeText.Of(method), Explain(method, found));
        foreach (var parameter in method.Parameters.Concat(ConstructorParameters(method)))
            if (KeyType(parameter, known) is { } key && FindBarrier(key) is { } atKey)
                yield return new(
                    RuleIds.Inaccessible,
                    parameter.Locations[0],
                    ShapeText.Of(method),
                    $"takes '{parameter.Name}' by a key of '{ShapeText.Of(key)}', which is {atKey.Text}: generated code names that type, so {Fix(atKey)}");
    }

    private static string Explain(IMethodSymbol method, Barrier barrier) => barrier.Symbol switch
    {
        INamedTypeSymbol type => $"is inside '{ShapeText.Of(type)}', which is {barrier.Text}: generated code names that type, so {Fix(barrier)}",
        _ when !method.ExplicitInterfaceImplementations.IsEmpty => "implements an interface explicitly: generated code calls it by name, so make it a public method",
        _ => $"is {barrier.Text}: generated code calls it, so {Fix(barrier)}",
    };

    private static string Fix(Barrier barrier) => barrier.Symbol is INamedTypeSymbol { IsFileLocal: true } ? "remove 'file'" : "make it internal or public";

    private static Barrier? FindBarrier(ISymbol from)
    {
        for (var symbol = from; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
            if (Describe(symbol) is { } text)
                return new(symbol, text);
        return null;
    }

    private static string? Describe(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsFileLocal: true } => "file-local",
        { DeclaredAccessibility: Accessibility.Private } => "private",
        { DeclaredAccessibility: Accessibility.Protected } => "protected",
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => "private protected",
        _ => null,
    };

    private static IEnumerable<IParameterSymbol> ConstructorParameters(IMethodSymbol method) =>
        method.IsStatic || ConstructionRule.FindConstructor(method.ContainingType) is not { } constructor ? [] : constructor.Parameters;

    // An enum value or a typeof is a key that generated code repeats by its type's name.
    private static INamedTypeSymbol? KeyType(IParameterSymbol parameter, KnownSymbols known) => ParameterRoles.KeyOf(parameter, known) switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } => type,
        { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } => type,
        _ => null,
    };

    private readonly record struct Barrier(ISymbol Symbol, string Text);
}
