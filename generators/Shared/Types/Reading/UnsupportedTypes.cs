using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Types that cannot cross the wire whatever their members are.</summary>
internal static class UnsupportedTypes
{
    // Beyond this depth a type contains itself in ever new type arguments, Node<Node<Node<…>>>, and exploring it would not end.
    private const int MaxGenericDepth = 10;

    /// <summary>Refuses a type that generated code cannot name.</summary>
    public static TypeNode? FindUnreachable(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.IsAnonymousType)
            return TypeNode.Refused(RuleIds.InaccessibleType, "is an anonymous type, which generated code cannot name; declare a record");
        return Barrier.Find(type, known) is { } barrier
            ? TypeNode.Refused(
                RuleIds.InaccessibleType,
                $"is not accessible to generated code, because '{ShapeText.Of((ITypeSymbol)barrier.Symbol)}' is {barrier.Text}: {barrier.Fix}",
                barrier.Symbol)
            : null;
    }

    public static TypeNode? Find(INamedTypeSymbol type, KnownSymbols known)
    {
        if (Explain(type, known) is { } reason)
            return TypeNode.Refused(RuleIds.UnsupportedType, reason);
        // Framework types have members for other purposes: only types with a converter are data. Collections have another message.
        if (FrameworkCollections.IsOfFramework(type) && type.TypeKind != TypeKind.Enum && !IsPlainData(type) && !CollectionTypes.IsCollection(type, known))
            return new() { Problems = [new(RuleIds.UnsupportedType, "", "JSON has no form for; use a type of your own") { OfType = TypeNames.Shown(type), Noun = "type" }] };
        return GenericDepth(type) > MaxGenericDepth
            ? TypeNode.Refused(RuleIds.UnsupportedType, "contains itself in ever new type arguments, so its metadata would have no end")
            : null;
    }

    private static string? Explain(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.TypeKind == TypeKind.Delegate)
            return "is a delegate, which JSON cannot hold; use data in its place, or mark a member that need not cross the wire with [JsonIgnore]";
        if (type.IsRefLikeType)
            return "is a ref struct, which JSON cannot hold; use an array or a list";
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current, known.Task) || Same(current.OriginalDefinition, known.ValueTask) || Same(current.OriginalDefinition, known.ValueTaskOfT))
                return "is a task, which JSON cannot hold; await it";
            if (Same(current, known.Stream))
                return "is a stream, which JSON cannot hold; use byte[] or a string";
        }

        return null;
    }

    // The framework types that consist only of their members. Memory is a collection, although it enumerates nothing.
    private static bool IsPlainData(INamedTypeSymbol type) =>
        type.IsTupleType
        || FrameworkCollections.Find(type) is not null
        || type is { Name: "Tuple", ContainingNamespace.Name: "System", IsGenericType: true }
        || type is { Name: "KeyValuePair", ContainingNamespace.Name: "Generic", IsGenericType: true };

    private static int GenericDepth(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => GenericDepth(array.ElementType),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } => 1 + arguments.Max(GenericDepth),
        _ => 0,
    };

    private static bool Same(ISymbol symbol, ISymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(symbol, known);
}
