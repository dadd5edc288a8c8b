using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Writes the texts that durable calls are told by.</summary>
internal static class DurableText
{
    /// <summary>A string: <c>"charge"</c>.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A constant with a key from a loop behind it: <c>$"pause-{i}"</c>.</summary>
    /// <param name="holes">What the loop tells its rounds apart by.</param>
    public static string Keyed(string text, string holes) => "$" + Literal((text + "-").Replace("{", "{{").Replace("}", "}}")).TrimEnd('"') + holes + "\"";
}
