using Agnt5.Shared;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>Makes a sentence from a name, which the user then replaces by a better one.</summary>
internal static class Words
{
    /// <summary><c>Lookup order.</c> for <c>LookupOrderAsync</c>.</summary>
    public static string? Sentence(string name) => Of(name) is { } words ? $"{char.ToUpperInvariant(words[0])}{words.Substring(1)}." : null;

    /// <summary><c>The order id.</c> for <c>orderId</c>.</summary>
    public static string? Thing(string name) => Of(name) is { } words ? $"The {words}." : null;

    private static string? Of(string name)
    {
        var words = string.Join(" ", ComponentNames.DefaultName(name).Split(['_'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }
}
