using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// AGT1001: generated code, a class of its own in the same assembly, names the method and every type around it. The types in the signature follow:
/// C# itself demands that they can be reached wherever the method can.
/// </summary>
internal static class AccessibilityRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method)
    {
        if (!SignatureRule.IsOrdinary(method))
            return [];
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
            if (FindBarrier(symbol) is { } barrier)
                return [new(RuleIds.Inaccessible, method.Locations[0], ShapeText.Of(method), Explain(method, symbol, barrier))];
        return [];
    }

    private static string? FindBarrier(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsFileLocal: true } => "file-local",
        { DeclaredAccessibility: Accessibility.Private } => "private",
        { DeclaredAccessibility: Accessibility.Protected } => "protected",
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => "private protected",
        _ => null,
    };

    private static string Explain(IMethodSymbol method, ISymbol symbol, string barrier) => symbol switch
    {
        INamedTypeSymbol { IsFileLocal: true } type => $"is inside '{ShapeText.Of(type)}', which is {barrier}: generated code names that type, so remove 'file'",
        INamedTypeSymbol type => $"is inside '{ShapeText.Of(type)}', which is {barrier}: generated code names that type, so make it internal or public",
        _ when !method.ExplicitInterfaceImplementations.IsEmpty => "implements an interface explicitly: generated code calls it by name, so make it a public method",
        _ => $"is {barrier}: generated code calls it, so make it internal or public",
    };
}
