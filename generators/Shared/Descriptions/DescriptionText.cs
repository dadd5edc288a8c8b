using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Agnt5.Shared;

/// <summary>Makes plain text from documentation markup.</summary>
internal static class DescriptionText
{
    private static readonly HashSet<string> Blocks = new(["para", "list", "listheader", "item", "term", "description", "code", "br"], StringComparer.Ordinal);

    // The text after the name in a cref, in source and in XML files: parameters, type arguments, arity.
    private static readonly Regex AfterName = new(@"\(.*|\{[^{}]*\}|`+[0-9]*", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // Spaces, and all that ends a line: in C# the last three too, which would end a comment that has the text.
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>The text of an element on one line, or <see langword="null"/> when there is none.</summary>
    public static string? Of(XElement element) => Normalize(TextOf(element));

    /// <summary>A text on one line, or <see langword="null"/> when there is none.</summary>
    public static string? Normalize(string text)
    {
        var words = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    private static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
                text.Append(plain.Value);
            else if (node is XElement { HasElements: false, Value: "" } reference)
                text.Append(NameOf(reference));
            else if (node is XElement nested)
                text.Append(Around(nested)).Append(TextOf(nested)).Append(Around(nested));
        }

        return text.ToString();
    }

    private static string Around(XElement element) => Blocks.Contains(element.Name.LocalName) ? " " : "";

    // <see cref="Orders.Approve(Order)"/> is Approve, <paramref name="id"/> is id, <see langword="null"/> is null.
    private static string NameOf(XElement reference)
    {
        if (reference.Attribute("cref")?.Value is { } cref)
            return LastName(cref);
        return (reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("href"))?.Value ?? Around(reference);
    }

    private static string LastName(string cref)
    {
        var name = cref;
        for (var shorter = AfterName.Replace(name, ""); shorter != name; shorter = AfterName.Replace(name, ""))
            name = shorter;

        // In an XML file a constructor is called like its type.
        if (name.EndsWith(".#ctor", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - ".#ctor".Length);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
