using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>How types are named in models and in generated code.</summary>
internal static class TypeNames
{
    // At run time a tuple has no names.
    private static readonly SymbolDisplayFormat CSharpFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat KeyFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    /// <summary>The type as generated code writes it: <c>global::App.Order</c>.</summary>
    public static string CSharp(ITypeSymbol type) => type is IDynamicTypeSymbol ? "object" : type.ToDisplayString(CSharpFormat);

    /// <summary>The type with the nullability of its type arguments and the names of its tuple elements.</summary>
    public static string Key(ITypeSymbol type) => type is IDynamicTypeSymbol ? "object" : WithoutOwnNullability(type).ToDisplayString(KeyFormat).TrimEnd('!');

    /// <summary>The type itself, whether or not its use is nullable.</summary>
    public static ITypeSymbol WithoutOwnNullability(ITypeSymbol type) =>
        type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    public static bool IsNullable(ITypeSymbol type) =>
        type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : IsNullableValue(type);

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type as messages name it, whether or not its use is nullable.</summary>
    public static string Shown(ITypeSymbol type) => ShapeText.Of(type).TrimEnd('?');

    /// <summary>The type's own name, for people: <c>Order</c>, <c>PageOfOrder</c>.</summary>
    public static string Simple(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Simple(array.ElementType) + "Array",
        INamedTypeSymbol { IsTupleType: true } tuple => "TupleOf" + string.Join("And", tuple.TupleElements.Select(static element => Simple(element.Type))),
        INamedTypeSymbol { IsGenericType: true } named when !named.TypeArguments.IsEmpty =>
            named.Name + "Of" + string.Join("And", named.TypeArguments.Select(Simple)),
        _ => type.Name,
    };

    /// <summary>
    /// A C# name as part of an identifier: <c>global::App.Order</c> is <c>App_Order</c>. Names of letters, digits and dots stay apart by themselves; any
    /// other gets a hash, so that two names never share an identifier.
    /// </summary>
    public static string Identifier(string csharpName)
    {
        var isPlain = true;
        var text = new StringBuilder(csharpName.Length);
        foreach (var character in csharpName.Replace("global::", "").Replace("System.Collections.Generic.", ""))
        {
            var isLetterOrDigit = char.IsLetterOrDigit(character);
            isPlain &= isLetterOrDigit || character == '.';
            if (isLetterOrDigit)
                text.Append(character);
            else if (text.Length > 0 && text[text.Length - 1] != '_')
                text.Append('_');
        }

        const int readable = 100;
        var identifier = text.ToString().TrimEnd('_');
        if (isPlain && identifier.Length <= readable)
            return StartsWithDigit(identifier) ? "_" + identifier : identifier;
        return (StartsWithDigit(identifier) ? "_" : "") + identifier.Substring(0, Math.Min(identifier.Length, readable)) + "_" + Hash(csharpName);
    }

    private static bool StartsWithDigit(string text) => text.Length > 0 && char.IsDigit(text[0]);

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static string Hash(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
