using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The meaning of a component's return type.</summary>
/// <param name="IsAwaited">Whether it is a <c>Task</c> or <c>ValueTask</c>.</param>
/// <param name="Result">The type of the component's output, or <see langword="null"/> when it has none. That of a stream is the list of its items.</param>
/// <param name="StreamedItem">The type of a stream's items, or <see langword="null"/> when the component returns no stream.</param>
internal sealed record ReturnShape(bool IsAwaited, ITypeSymbol? Result, ITypeSymbol? StreamedItem = null)
{
    /// <summary>Which way the result crosses the wire. It is written; that of an agent without a body is read too, from the model's answer.</summary>
    public JsonUse Use { get; init; } = JsonUse.Write;

    public static ReturnShape Of(IMethodSymbol method, KnownSymbols known)
    {
        var shape = OfType(method, known);
        return AgentBody.IsSupplied(method, known) ? shape with { Use = JsonUse.Both } : shape;
    }

    private static ReturnShape OfType(IMethodSymbol method, KnownSymbols known)
    {
        if (method.ReturnsVoid)
            return new(IsAwaited: false, Result: null);
        if (Is(method.ReturnType, known.Task) || Is(method.ReturnType, known.ValueTask))
            return new(IsAwaited: true, Result: null);
        if (Is(method.ReturnType, known.TaskOfT) || Is(method.ReturnType, known.ValueTaskOfT))
            return new(IsAwaited: true, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);
        if (Is(method.ReturnType, known.AsyncEnumerableOfT) && known.ListOfT is { } list)
            return OfStream(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], list);
        return new(IsAwaited: false, method.ReturnType);
    }

    private static ReturnShape OfStream(ITypeSymbol item, INamedTypeSymbol list)
    {
        var items = list.Construct([item], [item.NullableAnnotation]).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return new(IsAwaited: false, items, item);
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);
}
