using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads the collections that are JSON arrays, and the dictionaries that are JSON objects.</summary>
internal static class CollectionTypes
{
    /// <summary>Reads a collection, or returns <see langword="null"/> when the type is not a collection.</summary>
    public static TypeNode? Find(INamedTypeSymbol type, JsonScope scope)
    {
        if (FrameworkCollections.Find(type) is { } known)
            return known.IsDictionary ? Dictionary(type, known.Shape, type.TypeArguments[0], type.TypeArguments[1], known.Creation, scope, known.Hashes)
                : Array(type, known.Shape, type.TypeArguments[0], known.Creation, scope, known.Hashes);
        if (!IsCollection(type, scope.Known))
            return null;

        // An unknown interface of the framework may be a query.
        return type.TypeKind == TypeKind.Interface && FrameworkCollections.IsOfFramework(type) ? Refused(type) : ReadByInterface(type, scope) ?? Refused(type);
    }

    public static TypeNode Array(ITypeSymbol type, CollectionShape shape, ITypeSymbol item, string? creation, JsonScope scope, bool hashes = false)
    {
        var model = Model(type, shape, item, creation, scope) with { Hashed = hashes ? scope.Use(item) : null };
        return shape is CollectionShape.Filled or CollectionShape.Written && creation is null
            ? new() { Model = model, Edges = [new(item, "[]")], Problems = [NotReadable(type)] }
            : TypeNode.Of(model, new TypeEdge(item, "[]"));
    }

    /// <summary>Whether a type enumerates items, supported or not.</summary>
    public static bool IsCollection(INamedTypeSymbol type, KnownSymbols known) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
        || (known.AsyncEnumerableOfT is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known.AsyncEnumerableOfT));

    /// <summary>Whether a member of the type that cannot be set can be filled.</summary>
    public static bool CanBeFilled(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named
        && ScalarTypes.Find(TypeNames.CSharp(named)) is null
        && (FrameworkCollections.CanBeFilled(named)
            || (Implemented(named, SpecialType.System_Collections_Generic_ICollection_T) is not null
                && FrameworkCollections.Find(named)?.Shape is not (CollectionShape.Built or CollectionShape.BuiltDictionary)));

    private static TypeNode? ReadByInterface(INamedTypeSymbol type, JsonScope scope)
    {
        var creation = HasConstructor(type, scope.Known) ? $"static () => new {TypeNames.CSharp(type)}()" : null;
        if (Implemented(type, "IDictionary`2") is { TypeArguments: [var key, var value] })
            return Dictionary(type, CollectionShape.FilledDictionary, key, value, creation, scope);
        if (Implemented(type, "IReadOnlyDictionary`2") is { TypeArguments: [var readKey, var readValue] })
            return Dictionary(type, CollectionShape.WrittenDictionary, readKey, readValue, creation: null, scope);
        if (Implemented(type, SpecialType.System_Collections_Generic_ICollection_T) is { TypeArguments: [var item] })
            return Array(type, CollectionShape.Filled, item, creation, scope);
        return Implemented(type, SpecialType.System_Collections_Generic_IEnumerable_T) is { TypeArguments: [var element] }
            ? Array(type, CollectionShape.Written, element, creation: null, scope)
            : null;
    }

    private static bool HasConstructor(INamedTypeSymbol type, KnownSymbols known) =>
        !type.IsAbstract
        && (type.IsValueType || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && Barrier.Find(constructor, known) is null));

    private static TypeNode Dictionary(INamedTypeSymbol type, CollectionShape shape, ITypeSymbol key, ITypeSymbol value, string? creation, JsonScope scope, bool hashes = false)
    {
        if (WhyNoKey(key, scope) is { } reason)
            return TypeNode.Refused(RuleIds.InvalidDictionaryKey, $"is a dictionary with keys of type '{ShapeText.Of(key)}', {reason}; use string keys");
        return new()
        {
            Model = Model(type, shape, value, creation, scope) with { KeyType = scope.Use(key), Hashed = hashes ? scope.Use(key) : null },
            Edges = [new(key, ".Key"), new(value, "[]")],
            Problems = shape is CollectionShape.FilledDictionary or CollectionShape.WrittenDictionary && creation is null ? [NotReadable(type)] : [],
        };
    }

    private static string? WhyNoKey(ITypeSymbol key, JsonScope scope)
    {
        if (!Converters.IsForKeys(key, scope.Known))
            return "whose converter does not say how they are written as the name of a JSON member";
        return key is IErrorTypeSymbol or ITypeParameterSymbol
            || key.TypeKind == TypeKind.Enum
            || JsonAttributes.ConverterOf(key, scope.Known) is not null
            || ScalarTypes.Find(TypeNames.CSharp(key)) is { IsKey: true }
            ? null
            : "which cannot be the name of a JSON member";
    }

    private static CollectionModel Model(ITypeSymbol type, CollectionShape shape, ITypeSymbol item, string? creation, JsonScope scope) => new()
    {
        Key = scope.Key(type),
        CSharpName = TypeNames.CSharp(type),
        Metadata = scope.Metadata,
        Shape = shape,
        Item = scope.Use(item),
        Creation = creation,
    };

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, SpecialType definition) =>
        Self(type).FirstOrDefault(implemented => implemented.OriginalDefinition.SpecialType == definition);

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, string metadataName) => Self(type).FirstOrDefault(implemented =>
        implemented.MetadataName == metadataName && implemented.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");

    private static IEnumerable<INamedTypeSymbol> Self(INamedTypeSymbol type) => [type, .. type.AllInterfaces];

    private static NodeProblem NotReadable(ITypeSymbol type) => new(
        RuleIds.NotReadable,
        "",
        "can be written but not read back: give it Add (ICollection<T>) and a constructor without parameters, or use List<T>",
        JsonUse.Read) { OfType = TypeNames.Shown(type), Noun = "collection" };

    private static TypeNode Refused(INamedTypeSymbol type) => new()
    {
        Problems =
        [
            new(RuleIds.UnsupportedType, "", "does not say its items' type or cannot be read as a whole; use an array, List<T>, Dictionary<TKey, TValue> or one of their interfaces")
            {
                OfType = TypeNames.Shown(type),
                Noun = "collection",
            },
        ],
    };
}
