using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Shared;

/// <summary>Reads <c>[AllowedValues]</c> and <c>[DeniedValues]</c> on texts, numbers, booleans, characters and enums.</summary>
internal static class ValuesReader
{
    private const string Styles = "global::System.Globalization.NumberStyles.Float";
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    public static ValuesModel? Read(LimitAttributes attributes, string name, LimitTarget target, KnownSymbols known)
    {
        if (attributes.Find(name) is not { Arguments: [{ Kind: TypedConstantKind.Array, IsNull: false } values] } || !HasConstants(target.Kind))
            return null;

        var expressions = new List<string>();
        var json = new List<string>();
        foreach (var value in values.Values)
        {
            if (value.IsNull)
            {
                json.Add("null");
                continue;
            }

            var (expression, texts) = Read(value, target, known)
                ?? throw new LimitException($"has [{name}] with {value.ToCSharpString()}, which is not a valid {ShapeText.Of(target.Type)}");
            expressions.Add(expression);
            json.AddRange(texts);
        }

        // Flags may be named in any order and combination, which no list of texts covers.
        return new(
            target.CSharpName,
            expressions.ToEquatableArray(),
            EnumNames.IsFlags(target.Type) || JsonAttributes.ConverterOf(target.Type, known) is not null ? null : json.ToEquatableArray(),
            HasNull: values.Values.Any(static value => value.IsNull));
    }

    private static bool HasConstants(LimitKind kind) =>
        kind is LimitKind.Text or LimitKind.Boolean or LimitKind.Character or LimitKind.Integer or LimitKind.Number or LimitKind.Enum;

    private static (string Expression, IEnumerable<string> Json)? Read(TypedConstant value, LimitTarget target, KnownSymbols known) => (target.Kind, value.Value) switch
    {
        (LimitKind.Enum, { } number) when SymbolEqualityComparer.Default.Equals(value.Type, target.Type) =>
            ($"({target.CSharpName})({DefaultValues.Literal(number)})", EnumNames.AllJsonNames(target.Type, number, known).Select(JsonText.Quote)),
        (_, _) when value.Kind == TypedConstantKind.Enum => null,
        (LimitKind.Text, string text) => (SymbolDisplay.FormatLiteral(text, quote: true), [JsonText.Quote(text)]),
        (LimitKind.Character, char character) => (SymbolDisplay.FormatLiteral(character, quote: true), [JsonText.Quote(character.ToString())]),
        (LimitKind.Boolean, bool truth) => (truth ? "true" : "false", [truth ? "true" : "false"]),
        (LimitKind.Integer, sbyte or byte or short or ushort or int or uint or long or ulong) => Number(Convert.ToString(value.Value, CultureInfo.InvariantCulture), target),
        (LimitKind.Integer, float or double) when Convert.ToDouble(value.Value, CultureInfo.InvariantCulture) is var number && IsWhole(number) =>
            Number(new BigInteger(number).ToString(CultureInfo.InvariantCulture), target),
        (LimitKind.Number, double or float or sbyte or byte or short or ushort or int or uint or long or ulong) =>
            Number(((IFormattable)value.Value).ToString(value.Value is double or float ? "R" : "D", CultureInfo.InvariantCulture), target),
        _ => null,
    };

    private static (string, IEnumerable<string>)? Number(string text, LimitTarget target)
    {
        if (target.Kind == LimitKind.Integer ? !IntegerRangeReader.Contains(target, BigInteger.Parse(text, CultureInfo.InvariantCulture))
            : !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number) || double.IsInfinity(number))
            return null;
        return ($"{target.CSharpName}.Parse({JsonText.Quote(text)}, {Styles}, {Invariant})", [text]);
    }

    private static bool IsWhole(double number) => Math.Floor(number).Equals(number) && !double.IsInfinity(number);
}
