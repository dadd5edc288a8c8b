using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Writes the names and keys of durable calls.</summary>
internal static class DurableText
{
    /// <summary>A string: <c>"charge"</c>.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A constant followed by a key from a loop: <c>$"pause-{i}"</c>.</summary>
    /// <param name="holes">The value that differs in each round.</param>
    public static string Keyed(string text, string holes) => "$" + Literal((text + "-").Replace("{", "{{").Replace("}", "}}")).TrimEnd('"') + holes + "\"";
}
