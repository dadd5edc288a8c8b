using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Calls whose type argument crosses the wire in the checkpoint, so that its JSON metadata must be generated.</summary>
internal static class DurableCalls
{
    public const string Step = "StepAsync";

    /// <summary>Whether a method of this name may be a durable call with a result: what can be told before anything is resolved.</summary>
    public static bool IsName(string methodName) => methodName is Step;

    /// <summary>The type that a call records, or <see langword="null"/> when it records none or brings the metadata itself.</summary>
    public static ITypeSymbol? RecordedType(IMethodSymbol method, KnownSymbols known) =>
        method is { TypeArguments: [var type] }
        && IsName(method.Name)
        && IsOn(method, known.WorkflowContext)
        && !method.Parameters.Any(parameter => IsMetadata(parameter, known))
            ? type
            : null;

    /// <summary>The type parameter that stands in a type, if one does: then only the caller of the surrounding code knows the type.</summary>
    public static ITypeParameterSymbol? FindOpen(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter,
        IArrayTypeSymbol array => FindOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(FindOpen).FirstOrDefault(parameter => parameter is not null) ?? FindOpen(named.ContainingType),
        _ => null,
    };

    private static bool IsOn(IMethodSymbol method, INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);

    private static bool IsMetadata(IParameterSymbol parameter, KnownSymbols known) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, known.JsonTypeInfoOfT);
}
