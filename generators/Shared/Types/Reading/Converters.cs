using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads <c>[JsonConverter]</c>: the converter of a type or member, and the known form of its JSON.</summary>
internal static class Converters
{
    private const string StringEnum = "JsonStringEnumConverter";

    /// <summary>Reads the attribute of a type or member, or returns <see langword="null"/> when it has none.</summary>
    /// <param name="declared">The type or member that may have the attribute.</param>
    /// <param name="type">The type that the converter is for.</param>
    public static TypeNode? Find(ISymbol declared, ITypeSymbol type, JsonScope scope)
    {
        if (JsonAttributes.ConverterOf(declared, scope.Known) is not { } data)
            return null;

        var target = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (data.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }])
            return Refused($"has [{ShapeText.Of(data.AttributeClass!)}], which makes its converter at run time: name the converter's type with [JsonConverter]");
        if (IsOfFramework(converter) && target is INamedTypeSymbol { TypeKind: TypeKind.Enum } named)
            // The SDK already writes enums as names.
            return scope.Rules.Context is null && converter.Name == StringEnum && declared is ITypeSymbol ? null
                : scope.Rules.Context is null && converter.Name == StringEnum && EnumReader.WhyNotNamed(named) is { } empty ? TypeNode.Refused(RuleIds.UnsupportedType, empty)
                : TypeNode.Of(EnumOf(named, converter, scope));

        if (WhyNotConstructible(converter, scope.Known) is { } refused)
            return refused;
        if (ConvertedBy(converter) is { } converted && !Same(converted, target) && !Same(converted, type))
            return TypeNode.Refused(
                RuleIds.UnsupportedType, $"has the converter '{ShapeText.Of((ITypeSymbol)converter)}', which is for '{ShapeText.Of(converted)}': name one for '{ShapeText.Of(target)}'");
        return TypeNode.Of(new ConverterModel
        {
            Key = scope.Key(type),
            CSharpName = TypeNames.CSharp(type),
            Metadata = scope.Metadata,
            Converter = $"new {TypeNames.CSharp(converter)}()",
        });
    }

    /// <summary>Whether a converter's values may be keys of dictionaries.</summary>
    public static bool IsForKeys(ISymbol declared, KnownSymbols known)
    {
        if (JsonAttributes.ConverterOf(declared, known)?.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }])
            return true;
        for (var current = converter; current is not null && !IsOfFramework(current); current = current.BaseType)
            if (current.GetMembers("WriteAsPropertyName").Length > 0)
                return true;
        return IsOfFramework(converter);
    }

    // Those of System.Text.Json take more than the schema says, and one that is not generic looks for the enum by reflection.
    private static EnumModel EnumOf(INamedTypeSymbol type, INamedTypeSymbol converter, JsonScope scope)
    {
        var isNamed = converter.Name == StringEnum;
        return EnumReader.Model(type, scope, isNamed) with
        {
            Converter = $"global::Agnt5.Generated.GeneratedJson.{(isNamed ? "EnumNames" : "EnumNumbers")}<{TypeNames.CSharp(type)}>()",
            Metadata = scope.Metadata,
        };
    }

    /// <summary>Whether it is the converter that finds any enum by reflection.</summary>
    public static bool IsStringEnum(INamedTypeSymbol converter) => converter is { Name: StringEnum, IsGenericType: false } && IsOfFramework(converter);

    private static bool IsOfFramework(INamedTypeSymbol converter) => converter.ContainingNamespace.ToDisplayString() == "System.Text.Json.Serialization";

    // A context of the project does not help: System.Text.Json's generator cannot construct such a converter either.
    private static TypeNode? WhyNotConstructible(INamedTypeSymbol converter, KnownSymbols known)
    {
        var beginning = $"has the converter '{ShapeText.Of((ITypeSymbol)converter)}', which";
        if (converter.IsUnboundGenericType)
            return Refused($"{beginning} is an open generic type: name a JsonConverterFactory, or a converter of closed type");
        if (Barrier.Find(converter, known) is { } barrier)
            return Refused($"{beginning} generated code cannot construct, because '{ShapeText.Of((ITypeSymbol)barrier.Symbol)}' is {barrier.Text}: {barrier.Fix}", barrier.Symbol);
        var constructor = converter.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        return constructor is null || converter.IsAbstract || Barrier.Find(constructor, known) is not null
            ? Refused($"{beginning} generated code cannot construct: give it a constructor without parameters that is internal or public")
            : null;
    }

    /// <summary>The type that a converter converts, or <see langword="null"/> when the converter decides it.</summary>
    private static ITypeSymbol? ConvertedBy(INamedTypeSymbol converter)
    {
        for (var current = converter; current is not null; current = current.BaseType)
        {
            if (current is { Name: "JsonConverter", TypeArguments: [var converted] } && IsOfFramework(current))
                return converted;
            if (current.GetMembers("CanConvert").Length > 0)
                return null;
        }

        return null;
    }

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static TypeNode Refused(string reason, ISymbol? cause = null) => TypeNode.Refused(RuleIds.ConverterOutOfReach, reason, cause);
}
