using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>What a component's return type says.</summary>
/// <param name="IsAwaited">Whether it is a <c>Task</c> or <c>ValueTask</c>.</param>
/// <param name="Result">The type of the component's output, or <see langword="null"/> when it has none.</param>
internal sealed record ReturnShape(bool IsAwaited, ITypeSymbol? Result)
{
    public static ReturnShape Of(IMethodSymbol method, KnownSymbols known)
    {
        if (method.ReturnsVoid)
            return new(IsAwaited: false, Result: null);
        if (Is(method.ReturnType, known.Task) || Is(method.ReturnType, known.ValueTask))
            return new(IsAwaited: true, Result: null);
        if (Is(method.ReturnType, known.TaskOfT) || Is(method.ReturnType, known.ValueTaskOfT))
            return new(IsAwaited: true, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);
        return new(IsAwaited: false, method.ReturnType);
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);
}
