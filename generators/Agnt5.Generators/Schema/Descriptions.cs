using System.Text;
using System.Xml;
using System.Xml.Linq;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Makes plain text of what the source says about a declaration.</summary>
internal static class Descriptions
{
    /// <summary>The description, or <see langword="null"/> when there is none or its XML is not well-formed.</summary>
    public static string? Of(Documentation documentation)
    {
        if (documentation.Description is { } description)
            return Normalize(description);
        if (documentation.Xml is not { } xml || Parse(xml) is not { } root)
            return null;

        var element = documentation.Parameter is { } parameter
            ? root.Elements("param").FirstOrDefault(candidate => candidate.Attribute("name")?.Value == parameter)
            : root.Element("summary");
        return element is null ? null : Normalize(TextOf(element));
    }

    private static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
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
                text.Append(nested.Name.LocalName is "para" or "item" ? " " : "").Append(TextOf(nested));
        }

        return text.ToString();
    }

    // <see cref="Orders.Approve(Order)"/> is Approve, <paramref name="id"/> is id, <see langword="null"/> is null.
    private static string NameOf(XElement reference)
    {
        var name = (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("href"))?.Value;
        if (name is null)
            return " ";
        if (reference.Attribute("cref") is null)
            return name;
        name = name.Split('(', '{')[0];
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }

    private static string? Normalize(string text)
    {
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }
}
