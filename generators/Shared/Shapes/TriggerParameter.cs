using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// Parameter types that give a triggered workflow the data around its payload. <c>TriggerEvent&lt;T&gt;</c> and <c>WebhookDelivery&lt;T&gt;</c> are the input, whose
/// schema is that of <c>T</c>; a <c>WebhookDelivery</c> is not a part of the input, and may be the workflow's only parameter.
/// </summary>
internal static class TriggerParameter
{
    /// <summary>Whether a type is one of the three.</summary>
    public static bool Is(ITypeSymbol type, KnownSymbols known) => IsDelivery(type, known) || PayloadIn(type, known) is not null;

    /// <summary>Whether a type tells of the event that started a run: one of the three, or <c>RunTrigger</c>.</summary>
    public static bool IsOfEvent(ITypeSymbol type, KnownSymbols known) => Is(type, known) || Same(type, known.RunTrigger);

    /// <summary>Whether a type is <c>WebhookDelivery</c>, which takes nothing from the input.</summary>
    public static bool IsDelivery(ITypeSymbol type, KnownSymbols known) => Same(type, known.WebhookDelivery);

    /// <summary>Whether a type is <c>TriggerEvent&lt;T&gt;</c>.</summary>
    public static bool IsEventOf(ITypeSymbol type, KnownSymbols known) => Same(type.OriginalDefinition, known.TriggerEventOfT);

    /// <summary>Whether a type is <c>WebhookDelivery&lt;T&gt;</c>.</summary>
    public static bool IsDeliveryOf(ITypeSymbol type, KnownSymbols known) => Same(type.OriginalDefinition, known.WebhookDeliveryOfT);

    /// <summary>The payload's type in <c>TriggerEvent&lt;T&gt;</c> or <c>WebhookDelivery&lt;T&gt;</c>; <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? PayloadIn(ITypeSymbol type, KnownSymbols known) =>
        IsEventOf(type, known) || IsDeliveryOf(type, known) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>The type that a parameter takes from the input: its own, or that of the payload in it. Use this wherever a parameter's type crosses the wire.</summary>
    public static ITypeSymbol InputTypeOf(IParameterSymbol parameter, KnownSymbols known) => PayloadIn(parameter.Type, known) ?? parameter.Type;

    /// <summary>
    /// The trigger type that an input's type is, or holds as elements or type arguments; <see langword="null"/> when there is none. Trigger types
    /// are made from the data around a payload, and never from the payload, so JSON would leave them empty.
    /// </summary>
    /// <param name="input">The result of <see cref="InputTypeOf"/>.</param>
    public static ITypeSymbol? FindWithin(ITypeSymbol input, KnownSymbols known) => input switch
    {
        _ when IsOfEvent(input, known) => input,
        IArrayTypeSymbol array => FindWithin(array.ElementType, known),
        INamedTypeSymbol named => named.TypeArguments.Select(argument => FindWithin(argument, known)).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
