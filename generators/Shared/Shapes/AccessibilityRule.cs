using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// AGT1001: generated code is a separate class in the same assembly, and names the method and every type around it. The types in the signature need no check:
/// C# requires that they are at least as accessible as the method. The types in keys of services need a check.
/// </summary>
internal static class AccessibilityRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        if (!SignatureRule.IsOrdinary(method))
            yield break;
        if (Barrier.Find(method, known) is { } found)
            yield return new(RuleIds.Inaccessible, method.Locations[0], ShapeText.Of(method), Explain(method, found));
        foreach (var parameter in method.Parameters.Concat(ConstructorParameters(method)))
            if (KeyType(parameter, known) is { } key && Barrier.Find(key, known) is { } atKey)
                yield return new(
                    RuleIds.Inaccessible,
                    parameter.Locations[0],
                    ShapeText.Of(method),
                    $"takes '{parameter.Name}' by a key of '{ShapeText.Of(key)}', which is {atKey.Text}: generated code names that type, so {atKey.Fix}");
    }

    /// <summary>The type in the key of a parameter's service: generated code writes the name of the type for an enum value or a typeof.</summary>
    public static ITypeSymbol? KeyType(IParameterSymbol parameter, KnownSymbols known) => ParameterRoles.KeyOf(parameter, known) switch
    {
        { Kind: TypedConstantKind.Enum, Type: { } type } => type,
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => type,
        _ => null,
    };

    private static string Explain(IMethodSymbol method, Barrier barrier) => barrier.Symbol switch
    {
        INamedTypeSymbol type =>
            $"is inside '{ShapeText.Of(type)}', which is {barrier.Text}: generated code names that type, so {barrier.Fix}",
        _ when !method.ExplicitInterfaceImplementations.IsEmpty =>
            "implements an interface explicitly: generated code calls it by name, so make it a public method",
        _ => $"is {barrier.Text}: generated code calls it, so {barrier.Fix}",
    };

    private static IEnumerable<IParameterSymbol> ConstructorParameters(IMethodSymbol method) =>
        method.IsStatic || ConstructionRule.FindConstructor(method.ContainingType) is not { } constructor ? [] : constructor.Parameters;
}
