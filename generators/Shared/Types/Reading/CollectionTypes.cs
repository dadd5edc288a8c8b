using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The collections that are JSON arrays, and the dictionaries that are JSON objects.</summary>
internal static class CollectionTypes
{
    /// <summary>Reads a collection, or returns <see langword="null"/> when the type is none.</summary>
    public static TypeNode? Find(INamedTypeSymbol type, KnownSymbols known)
    {
        if (ShapeOf(type) is { } shape)
            return type.TypeArguments.Length == 1 ? Node(type, shape, type.TypeArguments[0]) : ReadDictionary(type, shape);
        return IsCollection(type, known)
            ? TypeNode.Refused(
                RuleIds.UnsupportedType,
                $"is the collection '{ShapeText.Of(type)}', which is not supported yet; use an array, List<T>, Dictionary<string, T> or one of their interfaces")
            : null;
    }

    public static TypeNode Node(ITypeSymbol type, CollectionShape shape, ITypeSymbol item)
    {
        var model = new CollectionModel { Key = TypeNames.Key(type), CSharpName = TypeNames.CSharp(type), Shape = shape, Item = TypeNames.Use(item) };
        return TypeNode.Of(model, new TypeEdge(item, "[]"));
    }

    private static TypeNode ReadDictionary(INamedTypeSymbol type, CollectionShape shape)
    {
        var key = type.TypeArguments[0];
        if (key.SpecialType == SpecialType.System_String)
            return Node(type, shape, type.TypeArguments[1]);
        var keys = $"is a dictionary with keys of type '{ShapeText.Of(key)}', which";
        return CouldBeName(key)
            ? TypeNode.Refused(RuleIds.UnsupportedType, $"{keys} are not supported yet; use string keys")
            : TypeNode.Refused(RuleIds.InvalidDictionaryKey, $"{keys} cannot be the name of a JSON member; use string keys");
    }

    private static bool CouldBeName(ITypeSymbol key) =>
        key.TypeKind == TypeKind.Enum
        || ScalarTypes.Find(TypeNames.CSharp(key)) is { Converter: not "ByteArrayConverter", IsWholeInput: false, JsonType: not "array" };

    private static CollectionShape? ShapeOf(INamedTypeSymbol type)
    {
        if (!type.IsGenericType)
            return null;
        return type.OriginalDefinition.SpecialType switch
        {
            SpecialType.System_Collections_Generic_IEnumerable_T => CollectionShape.IEnumerable,
            SpecialType.System_Collections_Generic_IList_T => CollectionShape.IList,
            SpecialType.System_Collections_Generic_ICollection_T => CollectionShape.ICollection,
            SpecialType.System_Collections_Generic_IReadOnlyList_T => CollectionShape.IReadOnlyList,
            SpecialType.System_Collections_Generic_IReadOnlyCollection_T => CollectionShape.IReadOnlyCollection,
            _ => type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" ? ShapeOf(type.MetadataName) : null,
        };
    }

    private static CollectionShape? ShapeOf(string metadataName) => metadataName switch
    {
        "List`1" => CollectionShape.List,
        "Dictionary`2" => CollectionShape.Dictionary,
        "IDictionary`2" => CollectionShape.IDictionary,
        "IReadOnlyDictionary`2" => CollectionShape.IReadOnlyDictionary,
        _ => null,
    };

    /// <summary>Whether a type enumerates items, supported or not.</summary>
    public static bool IsCollection(INamedTypeSymbol type, KnownSymbols known) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
        || (known.AsyncEnumerableOfT is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known.AsyncEnumerableOfT));
}
