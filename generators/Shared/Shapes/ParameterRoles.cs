using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Finds where the arguments of a component come from.</summary>
internal static class ParameterRoles
{
    public static ParameterRole Of(IParameterSymbol parameter, KnownSymbols known) =>
        FromElsewhere(parameter, known)
        ?? (UnmarkedService.Find(parameter, known) is not null ? ParameterRole.UnmarkedService
            : IsMessage(parameter, known) ? ParameterRole.Message
            : ParameterRole.Input);

    /// <summary>Whether <c>[Input]</c> makes the parameter the whole input.</summary>
    public static bool IsMarkedInput(IParameterSymbol parameter, KnownSymbols known) => Has(parameter, known.InputAttribute);

    /// <summary>Whether the parameter is the whole input, whatever its JSON is: it has <c>[Input]</c>, or holds the payload of an event.</summary>
    public static bool IsWholeInput(IParameterSymbol parameter, KnownSymbols known) =>
        IsMarkedInput(parameter, known) || TriggerParameter.PayloadIn(parameter.Type, known) is not null;

    /// <summary>The key in <c>[FromKeyedServices]</c>, or <see langword="null"/> for a parameter without one.</summary>
    public static TypedConstant? KeyOf(IParameterSymbol parameter, KnownSymbols known) =>
        Find(parameter, known.FromKeyedServicesAttribute)?.ConstructorArguments is [var key] ? key : null;

    /// <summary>Whether a type is the context of some component.</summary>
    public static bool IsContext(ITypeSymbol type, KnownSymbols known)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, known.ComponentContext))
                return true;
        return false;
    }

    private static ParameterRole? FromElsewhere(IParameterSymbol parameter, KnownSymbols known)
    {
        if (IsContext(parameter.Type, known))
            return ParameterRole.Context;
        if (IsCancellationToken(parameter.Type, known))
            return ParameterRole.CancellationToken;
        if (TriggerParameter.IsDelivery(parameter.Type, known))
            return ParameterRole.Delivery;
        if (Has(parameter, known.FromServicesAttribute) || Has(parameter, known.AspNetFromServicesAttribute))
            return ParameterRole.Service;
        return Has(parameter, known.FromKeyedServicesAttribute) ? ParameterRole.KeyedService : null;
    }

    // If an agent's only input is text, it is the message, unless it has [Input].
    private static bool IsMessage(IParameterSymbol parameter, KnownSymbols known) =>
        parameter.Type.SpecialType == SpecialType.System_String
        && parameter.ContainingSymbol is IMethodSymbol method
        && ComponentMark.IsAgent(method, known)
        && !IsMarkedInput(parameter, known)
        && method.Parameters.All(other =>
            other.Ordinal == parameter.Ordinal || FromElsewhere(other, known) is not null || UnmarkedService.Find(other, known) is not null);

    private static bool IsCancellationToken(ITypeSymbol type, KnownSymbols known)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return SymbolEqualityComparer.Default.Equals(value, known.CancellationToken);
    }

    private static bool Has(IParameterSymbol parameter, INamedTypeSymbol? attribute) => Find(parameter, attribute) is not null;

    private static AttributeData? Find(IParameterSymbol parameter, INamedTypeSymbol? attribute) =>
        attribute is null ? null : parameter.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
}
