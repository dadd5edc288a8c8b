using Agnt5.Generators.Parsing;
using Agnt5.Shared;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Emission;

/// <summary>Text as C# source.</summary>
internal static class CSharpText
{
    private const string RawQuotes = "\"\"\"";

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A name, escaped where it is a keyword.</summary>
    public static string Identifier(string name) => GeneratedNames.Escape(name);

    /// <summary>A JSON object or array as a raw literal: JSON has no three quotation marks in a row, and these two neither begin nor end with one.</summary>
    public static string Json(string json) => RawQuotes + json + RawQuotes;

    /// <summary>A type with its nullability.</summary>
    public static string Annotated(TypeUse type) =>
        type.IsNullable && !type.CSharpName.EndsWith("?", StringComparison.Ordinal) ? type.CSharpName + "?" : type.CSharpName;

    public static string Bool(bool value) => value ? "true" : "false";
}
