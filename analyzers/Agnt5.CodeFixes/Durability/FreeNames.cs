using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Names that nothing has yet.</summary>
internal static class FreeNames
{
    /// <summary>A durable name that no string in the class around a place has: the name itself, or with <c>_2</c> and so on.</summary>
    /// <param name="first">The first number to try; 1 is the name itself.</param>
    public static string Durable(string name, SyntaxNode place, int first)
    {
        var outermost = place.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? place.SyntaxTree.GetRoot();
        var used = new HashSet<string>(
            outermost.DescendantTokens().Where(static token => token.Kind() is SyntaxKind.StringLiteralToken).Select(static token => token.ValueText), StringComparer.Ordinal);
        return Find(number => number == 1 ? name : name + "_" + Text(number), used.Contains, first);
    }

    /// <summary>A name for a variable in a function: the name itself, or with a number.</summary>
    public static string Variable(string name, SyntaxNode function, SemanticModel model)
    {
        var used = new HashSet<string>(function.DescendantTokens().Select(static token => token.ValueText), StringComparer.Ordinal);
        return Find(number => number == 1 ? name : name + Text(number), found => used.Contains(found) || !model.LookupSymbols(function.SpanStart, name: found).IsEmpty, first: 1);
    }

    private static string Find(Func<int, string> name, Func<string, bool> isTaken, int first)
    {
        var number = first;
        while (isTaken(name(number)))
            number++;
        return name(number);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
