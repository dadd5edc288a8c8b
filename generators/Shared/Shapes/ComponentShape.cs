using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Decides whether a method can be a component. The analyzers report the problems, and the generator leaves the method out.</summary>
internal static class ComponentShape
{
    /// <summary>
    /// Finds the problems that keep one method from being a component. Shared names (AGT1003) are not among them, because they take a look at all components.
    /// </summary>
    /// <param name="method">A method with at least one component attribute.</param>
    /// <returns>Empty: the generator may emit the component, as far as its declaration goes. <see cref="WireTypes"/> checks its types.</returns>
    public static IReadOnlyList<ShapeProblem> FindProblems(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
    [
        .. AccessibilityRule.Find(method, known),
        .. NameRule.Find(method, known, cancellationToken),
        .. SignatureRule.Find(method, known, cancellationToken),
        .. ReturnRule.Find(method, known, cancellationToken),
        .. ContextRule.Find(method, known),
        .. SingleAttributeRule.Find(method, known, cancellationToken),
        .. ConstructionRule.Find(method, known),
        .. AgentRule.Find(method, known, cancellationToken),
        .. UnmarkedServiceRule.Find(method, known),
        .. InputNameRule.Find(method, known),
        .. FlowControlRules.Find(method, known, cancellationToken),
    ];

    /// <summary>
    /// Whether a type in the signature does not exist (yet). The compiler reports it, so no rule does; generated code that named the type would only
    /// repeat the error.
    /// </summary>
    public static bool IsIncomplete(IMethodSymbol method) =>
        IsUnknown(method.ReturnType) || method.Parameters.Any(parameter => IsUnknown(parameter.Type));

    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        IPointerTypeSymbol pointer => IsUnknown(pointer.PointedAtType),
        _ => false,
    };
}
