using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Shared;

/// <summary>Writes the default value of a parameter as C# and as JSON.</summary>
internal static class DefaultValues
{
    public static DefaultValue? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;

        var type = parameter.Type;
        if (parameter.ExplicitDefaultValue is not { } value)
            return type.IsReferenceType || TypeNames.IsNullableValue(type) ? new("null", "null") : new($"default({TypeNames.CSharp(type)})", Json: null);

        var underlying = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return underlying.TypeKind == TypeKind.Enum
            ? new($"({TypeNames.CSharp(underlying)})({Literal(value)})", EnumName((INamedTypeSymbol)underlying, value))
            : new(Literal(value), Json(value));
    }

    /// <summary>A constant as an expression of its own type.</summary>
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

    /// <summary>A constant that is no enum as JSON, or <see langword="null"/> when JSON cannot hold it.</summary>
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

    private static string? EnumName(INamedTypeSymbol type, object value) =>
        EnumNames.Find(type, value) is { } name ? JsonText.Quote(name) : null;
}
