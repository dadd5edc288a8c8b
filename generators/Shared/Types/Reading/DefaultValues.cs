using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Shared;

/// <summary>Writes the default value of a parameter as C# and as JSON.</summary>
internal static class DefaultValues
{
    /// <summary>The default of a parameter in C#, or else from <c>[DefaultValue]</c>.</summary>
    public static DefaultValue? Of(IParameterSymbol parameter, JsonScope scope)
    {
        if (parameter.HasExplicitDefaultValue)
            return Of(parameter.Type, parameter.ExplicitDefaultValue, scope);
        if (parameter.IsParams)
            return OfRest(parameter);
        var mark = parameter.GetAttributes().FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, scope.Known.DefaultValueAttribute));
        return mark?.ConstructorArguments is [{ Kind: not TypedConstantKind.Array } argument] && IsValueOf(argument, parameter.Type)
            ? Of(parameter.Type, argument.Value, scope)
            : null;
    }

    // A caller in C# may leave out the rest of the arguments. Constructors get one default for all calls, so it must be one that nobody can change.
    private static DefaultValue? OfRest(IParameterSymbol parameter) => parameter.Type switch
    {
        _ when parameter.GetAttributes().Any(static data => data.AttributeClass is { Name: "MinLengthAttribute" or "LengthAttribute" or "RequiredAttribute" }) => null,
        IArrayTypeSymbol array => Nothing(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var item], OriginalDefinition.SpecialType:
            SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyList_T } => Nothing(item),
        { IsRefLikeType: false } when parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } => new("[]", "[]"),
        _ => null,
    };

    private static DefaultValue Nothing(ITypeSymbol item) => new($"global::System.Array.Empty<{TypeNames.CSharp(item)}>()", "[]");

    private static bool IsValueOf(TypedConstant argument, ITypeSymbol type)
    {
        if (argument.IsNull)
            return TypeNames.IsNullable(type);
        var plain = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return SymbolEqualityComparer.Default.Equals(argument.Type, plain);
    }

    private static DefaultValue? Of(ITypeSymbol type, object? constant, JsonScope scope)
    {
        if (constant is not { } value)
            return type.IsReferenceType || TypeNames.IsNullableValue(type) ? new("null", "null") : new($"default({TypeNames.CSharp(type)})", Json: null);

        var underlying = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return underlying.TypeKind == TypeKind.Enum
            ? new($"({TypeNames.CSharp(underlying)})({Literal(value)})", EnumJson(underlying, value, scope))
            : new(Literal(value), Json(value));
    }

    /// <summary>A constant as an expression of its type.</summary>
    public static string Literal(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        sbyte or byte or short or ushort => $"({Keyword(value)}){Convert.ToString(value, CultureInfo.InvariantCulture)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Keyword(object value) => value switch
    {
        sbyte => "sbyte",
        byte => "byte",
        short => "short",
        _ => "ushort",
    };

    /// <summary>A constant other than an enum as JSON, or <see langword="null"/> when JSON cannot hold it.</summary>
    public static string? Json(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => JsonText.Quote(text),
        char character => JsonText.Quote(character.ToString()),
        float number when float.IsNaN(number) || float.IsInfinity(number) => null,
        double number when double.IsNaN(number) || double.IsInfinity(number) => null,
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string? EnumJson(ITypeSymbol type, object value, JsonScope scope)
    {
        if (!scope.Rules.NamesEnums)
            return Json(value);
        var name = EnumNames.IsFlags(type) ? EnumNames.FlagsText(type, value, scope.Known) : EnumNames.FindJsonName(type, value, scope.Known);
        return name is null ? null : JsonText.Quote(name);
    }
}
