using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Calls whose type argument crosses the wire in the checkpoint, so that its JSON metadata must be generated.</summary>
internal static class DurableCalls
{
    public const string Step = "StepAsync";

    /// <summary>The type that a call records, or <see langword="null"/> when it records none or brings the metadata itself.</summary>
    public static ITypeSymbol? RecordedType(IMethodSymbol method, KnownSymbols known) =>
        method is { Name: Step, TypeArguments: [var type] } && IsOn(method, known.WorkflowContext) && !method.Parameters.Any(parameter => IsMetadata(parameter, known))
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
