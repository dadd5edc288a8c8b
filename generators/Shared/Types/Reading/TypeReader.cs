using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads one type: finds which kind of model it is, or why it is none.</summary>
internal static class TypeReader
{
    public static TypeNode Read(ITypeSymbol type, KnownSymbols known, CancellationToken cancellationToken) => type switch
    {
        IErrorTypeSymbol => TypeNode.Incomplete,
        ITypeParameterSymbol => TypeNode.Refused(
            RuleIds.OpenDurableType,
            $"'{type.Name}' is a type parameter: which type it is cannot be known when the project is compiled"),
        IDynamicTypeSymbol => TypeNode.Of(ScalarTypes.Find("object")!),
        IArrayTypeSymbol array => ReadArray(array),
        INamedTypeSymbol named => ReadNamed(named, known, cancellationToken),
        _ => TypeNode.Refused(RuleIds.UnsupportedType, "is a pointer, which JSON cannot hold"),
    };

    private static TypeNode ReadArray(IArrayTypeSymbol array)
    {
        if (array.ElementType.SpecialType == SpecialType.System_Byte && array.IsSZArray)
            return TypeNode.Of(ScalarTypes.Find("byte[]")!);
        return array.IsSZArray
            ? CollectionTypes.Node(array, CollectionShape.Array, array.ElementType)
            : TypeNode.Refused(RuleIds.UnsupportedType, "is a multi-dimensional array, which is not supported yet; use an array of arrays");
    }

    private static TypeNode ReadNamed(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (ScalarTypes.Find(TypeNames.CSharp(type)) is { } scalar)
            return TypeNode.Of(scalar);
        if (TypeNames.IsNullableValue(type))
            return ReadNullable(type);
        if (UnsupportedTypes.Find(type, known) is { } refused)
            return refused;
        if (type.TypeKind == TypeKind.Enum)
            return EnumReader.Read(type, known, cancellationToken);
        return CollectionTypes.Find(type, known) ?? ObjectReader.Read(type, known, cancellationToken);
    }

    private static TypeNode ReadNullable(INamedTypeSymbol type)
    {
        var underlying = type.TypeArguments[0];
        var model = new NullableModel { Key = TypeNames.Key(type), CSharpName = TypeNames.CSharp(type), Underlying = TypeNames.Use(underlying) };
        return TypeNode.Of(model, new TypeEdge(underlying, ""));
    }
}
