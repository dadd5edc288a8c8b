using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A call on a context whose type argument crosses the wire, so that its JSON metadata must be generated.</summary>
/// <param name="Type">The type argument.</param>
/// <param name="Use">Which way it crosses (<see cref="DurableCallSpec.Json"/>).</param>
/// <param name="IsAnswer">Whether a model is asked for a value of the type, so that it needs the type's schema.</param>
internal readonly record struct DurableCall(ITypeSymbol Type, JsonUse Use, bool IsAnswer)
{
    /// <summary>Whether it is a step. Only the code that reads it back gets a step's result.</summary>
    public bool IsStep => Use == JsonUse.Both;
}

/// <summary>Finds such calls: steps, signals, agents and events, in the checkpoint, the metadata and the response.</summary>
internal static class DurableCalls
{
    /// <summary>Whether a call of a method of this name may be such a call. It needs no symbols.</summary>
    /// <param name="hasTypeArguments">Whether the call names its type arguments, as it must if only the return type contains them.</param>
    public static bool MayBe(string methodName, bool hasTypeArguments) =>
        DurableCallTable.Find(methodName)?.Json is { } use && (hasTypeArguments || use.HasFlag(JsonUse.Write));

    /// <summary>The type that a call puts on the wire, or <see langword="null"/> when it puts none there or passes the metadata itself.</summary>
    public static DurableCall? Find(IMethodSymbol method, KnownSymbols known) =>
        method is { TypeArguments: [var type] }
        && DurableCallTable.Find(method, known) is { Json: { } use } spec
        && !method.Parameters.Any(parameter => IsMetadata(parameter, known))
            ? new(type, use, spec == DurableCallTable.AgentLoop)
            : null;

    /// <summary>Whether a call has an overload that takes the metadata.</summary>
    public static bool TakesMetadata(IMethodSymbol method, KnownSymbols known) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().SelectMany(static overload => overload.Parameters).Any(parameter => IsMetadata(parameter, known));

    /// <summary>The type parameter in a type, if there is one: then only the caller of the surrounding code knows the type.</summary>
    public static ITypeParameterSymbol? FindOpen(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter,
        IArrayTypeSymbol array => FindOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(FindOpen).FirstOrDefault(parameter => parameter is not null) ?? FindOpen(named.ContainingType),
        _ => null,
    };

    private static bool IsMetadata(IParameterSymbol parameter, KnownSymbols known) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, known.JsonTypeInfoOfT);
}
