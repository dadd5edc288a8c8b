using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1004: shapes of method and parameters that generated code cannot call with values from JSON.</summary>
internal static class SignatureRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (FindMethodProblem(method) is { } problem)
            return [new(RuleIds.UnsupportedShape, MethodLocation(method, known, cancellationToken), ShapeText.Of(method), problem)];
        return FindParameterProblems(method, known);
    }

    /// <summary>Whether the method can be called by name from elsewhere. If it cannot, only this rule reports.</summary>
    public static bool IsOrdinary(IMethodSymbol method) => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation;

    /// <summary>Whether the method is in an extension block, the only type without a name.</summary>
    public static bool IsInExtension(IMethodSymbol method) => method.ContainingType is { Name.Length: 0 };

    /// <summary>Whether generated code could call the method, parameters aside.</summary>
    public static bool IsSupported(IMethodSymbol method) => FindMethodProblem(method) is null;

    // A lambda has no name to point at, and its body may be long.
    private static Location MethodLocation(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        method.MethodKind == MethodKind.AnonymousFunction && ComponentMark.Of(method, known).First().Syntax(cancellationToken) is { } attribute
            ? attribute.GetLocation()
            : method.Locations[0];

    private static string? FindMethodProblem(IMethodSymbol method)
    {
        if (!IsOrdinary(method))
            return "is not a method of a class, and only such a method can be a component: move its body to one";
        if (IsInExtension(method))
            return "is in an extension block, whose methods take what is extended: move it out of the block, to the class around it, and make it static";
        if (method.IsGenericMethod)
            return "is generic: a component's types must be known when it is compiled, so it cannot have type parameters";
        if (method.IsStatic && method.IsAbstract)
            return "is static abstract: a component needs a body";
        if (method.IsVararg)
            return "takes '__arglist': a component's parameters come from JSON, so each needs a name and a type";
        if (IsObsoleteAsError(method))
            return "is [Obsolete] as an error, so generated code cannot call it: remove the component attribute, or make it a warning";
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            if (type.Arity > 0)
                return $"is inside the generic type '{ShapeText.Of(type)}': "
                    + "a component's types must be known when it is compiled, so its class cannot have type parameters";
        return null;
    }

    private static bool IsObsoleteAsError(ISymbol? symbol) =>
        symbol is IMethodSymbol or INamedTypeSymbol && (symbol.GetAttributes().Any(IsObsoleteAsError) || IsObsoleteAsError(symbol.ContainingType));

    private static bool IsObsoleteAsError(AttributeData data) =>
        data is { AttributeClass: { Name: nameof(ObsoleteAttribute), ContainingNamespace.Name: nameof(System) }, ConstructorArguments: [_, { Value: true }] };

    private static IEnumerable<ShapeProblem> FindParameterProblems(IMethodSymbol method, KnownSymbols known)
    {
        foreach (var parameter in method.Parameters)
            if (FindParameterProblem(parameter) is { } problem)
                yield return Problem(parameter, $"takes '{ShapeText.Of(parameter)}': {problem}");
            else if (TriggerParameter.Is(parameter.Type, known) && !PolicyMark.StartsByEvents(method, known))
                yield return Problem(
                    parameter,
                    $"takes '{ShapeText.Of(parameter)}', and {WhyNoEvent(method, known)}, or take the payload itself");
            else if (ParameterRoles.Of(parameter, known) == ParameterRole.Input
                && TriggerParameter.FindWithin(TriggerParameter.InputTypeOf(parameter, known), known) is { } empty)
                yield return Problem(
                    parameter,
                    $"takes '{ShapeText.Of(parameter)}', and a '{ShapeText.Of(empty)}' inside the input would be empty: "
                        + "take the type of the payload there, and a WebhookDelivery as another parameter; the context's Trigger has the rest of the event");

        var inputs = method.Parameters.Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Input).ToArray();
        if (inputs.Length <= 1)
            yield break;
        if (inputs.FirstOrDefault(parameter => ParameterRoles.IsMarkedInput(parameter, known)) is { } whole)
            yield return Problem(
                whole,
                $"makes '{whole.Name}' the whole input with [Input] and takes more from the input: remove [Input] or the other parameters");
        else if (inputs.FirstOrDefault(parameter => ParameterRoles.IsWholeInput(parameter, known)) is { } wrapped)
            yield return Problem(
                wrapped,
                $"takes '{ShapeText.Of(wrapped)}', which holds the whole input, and takes more from the input: remove one or the others; the context's Trigger has the rest of the event");

        ShapeProblem Problem(IParameterSymbol parameter, string text) =>
            new(RuleIds.UnsupportedShape, parameter.Locations[0], ShapeText.Of(method), text);
    }

    private static string WhyNoEvent(IMethodSymbol method, KnownSymbols known) =>
        ComponentMark.Of(method, known).Any(static mark => mark.Kind == ComponentKind.Workflow)
            ? "no event starts it: declare [OnEvent] or [OnWebhook]"
            : "events start only workflows: make it a [Workflow] and declare [OnEvent] or [OnWebhook]";

    /// <summary>Why a parameter cannot be passed, or <see langword="null"/>.</summary>
    public static string? FindParameterProblem(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } => "a component's parameters come from JSON, so they cannot be ref, in or out",
        { Type: var type } when HasPointer(type) => "a pointer cannot come from JSON; take the data itself",
        { Type.IsRefLikeType: true } => "a ref struct cannot outlive a call, so it cannot come from JSON; use an array or a list",
        _ => null,
    };

    private static bool HasPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => HasPointer(array.ElementType),
        _ => false,
    };
}
