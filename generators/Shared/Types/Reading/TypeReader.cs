using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads one type: finds its kind of model, or the reason why it has none.</summary>
internal static class TypeReader
{
    public static TypeNode Read(ITypeSymbol type, JsonScope scope) => type switch
    {
        IErrorTypeSymbol => TypeNode.Incomplete,
        ITypeParameterSymbol => TypeNode.Refused(
            RuleIds.OpenDurableType,
            $"'{type.Name}' is a type parameter: which type it is cannot be known when the project is compiled"),
        IDynamicTypeSymbol => Scalar(ScalarTypes.Find("object")!, scope),
        IArrayTypeSymbol array => ReadArray(array, scope),
        INamedTypeSymbol named => ReadNamed(named, scope),
        _ => TypeNode.Refused(RuleIds.UnsupportedType, "is a pointer, which JSON cannot hold"),
    };

    private static TypeNode ReadArray(IArrayTypeSymbol array, JsonScope scope)
    {
        if (array.ElementType.SpecialType == SpecialType.System_Byte && array.IsSZArray)
            return Scalar(ScalarTypes.Find("byte[]")!, scope);
        return array.IsSZArray
            ? CollectionTypes.Array(array, CollectionShape.Array, array.ElementType, creation: null, scope)
            : TypeNode.Refused(RuleIds.UnsupportedType, "is a multi-dimensional array, which JSON has no form for; use an array of arrays");
    }

    private static TypeNode ReadNamed(INamedTypeSymbol type, JsonScope scope)
    {
        if (scope.Rules.Context is null && scope.Known.Contexts.FindCovering(type) is { } rules)
            return ReadCovered(type, rules, scope);
        if (ScalarTypes.Find(TypeNames.CSharp(type)) is { } scalar)
            return Scalar(scalar, scope);
        if (TypeNames.IsNullableValue(type))
            return ReadNullable(type, scope);
        if (UnsupportedTypes.FindUnreachable(type, scope.Known) is { } unreachable)
            return unreachable;
        if (Converters.Find(type, type, scope) is { } converted)
            return converted.Named(type) with { Advice = [.. ConverterAdvice.Of(type, type.Name, type, scope)] };
        if (ContentTypes.Find(type, scope) is { } content)
            return content;
        if (UnsupportedTypes.Find(type, scope.Known) is { } refused)
            return refused;
        if (type.TypeKind == TypeKind.Enum)
            return EnumReader.Read(type, scope).Named(type);
        return CollectionTypes.Find(type, scope) ?? ObjectReader.Read(type, scope).Named(type);
    }

    private static TypeNode ReadCovered(INamedTypeSymbol type, JsonRules rules, JsonScope scope)
    {
        var inside = scope with { Rules = rules };
        var model = new CoveredModel { Key = scope.Key(type), CSharpName = TypeNames.CSharp(type), Context = rules.Context!, Body = inside.Use(type) };
        return TypeNode.Of(model, new TypeEdge(type, "") { Rules = rules });
    }

    private static TypeNode Scalar(ScalarModel scalar, JsonScope scope)
    {
        if (scope.Rules.Context is not { } context)
            return TypeNode.Of(scalar);
        var key = $"{context}|{scalar.Key}";

        // Only the SDK has a converter for these; no schema describes the JSON that a context writes for them.
        return TypeNode.Of(scalar.CSharpName == "global::System.Numerics.BigInteger"
            ? new ConverterModel { Key = key, CSharpName = scalar.CSharpName, Metadata = MetadataKind.None, Converter = "" }
            : scalar with { Key = key, Metadata = MetadataKind.None });
    }

    private static TypeNode ReadNullable(INamedTypeSymbol type, JsonScope scope)
    {
        var underlying = type.TypeArguments[0];
        var model = new NullableModel { Key = scope.Key(type), CSharpName = TypeNames.CSharp(type), Underlying = scope.Use(underlying), Metadata = scope.Metadata };
        return TypeNode.Of(model, new TypeEdge(underlying, ""));
    }
}
