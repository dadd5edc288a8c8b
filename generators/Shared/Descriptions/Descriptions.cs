using System.Xml;
using System.Xml.Linq;

namespace Agnt5.Shared;

/// <summary>Makes plain text from the documentation of a declaration, in source or in the XML file of a referenced assembly.</summary>
/// <param name="files">The XML files of referenced assemblies.</param>
internal sealed class Descriptions(IEnumerable<DocumentationFile> files)
{
    // The limit ends a circle of comments that inherit from each other.
    private const int MaxInheritance = 8;

    private readonly ILookup<string, DocumentationFile> _files = files.ToLookup(static file => file.Assembly, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XElement?> _parsed = new(StringComparer.Ordinal);

    /// <summary>The description, or <see langword="null"/> when there is none.</summary>
    public string? Of(Documentation documentation) =>
        documentation.Description is { } description ? DescriptionText.Normalize(description) : Of(documentation.Comments, 0);

    private string? Of(EquatableArray<DocumentationComment> comments, int depth)
    {
        foreach (var comment in comments)
            if (Of(comment, depth) is { } text)
                return text;
        return null;
    }

    private string? Of(DocumentationComment comment, int depth)
    {
        if (depth > MaxInheritance || (comment.Xml ?? Find(comment.Id)) is not { } xml || Parse(xml) is not { } root)
            return null;

        var element = comment.Parameter is { } parameter
            ? root.Elements("param").FirstOrDefault(candidate => candidate.Attribute("name")?.Value == parameter)
            : root.Element("summary");
        if (element is not null && DescriptionText.Of(element) is { } text)
            return text;
        if (root.Descendants("inheritdoc").FirstOrDefault() is not { } inherited)
            return null;

        // In an XML file the compiler has turned the name into an id; in source the name was looked up when the comment was read.
        return comment.Id is { } id && inherited.Attribute("cref") is { } cref
            ? Of(comment with { Id = id with { Id = cref.Value }, Inherited = default }, depth + 1)
            : Of(comment.Inherited, depth + 1);
    }

    private string? Find(DocumentationId? id)
    {
        if (id is null)
            return null;
        foreach (var file in _files[id.Assembly])
            if (file.Find(id.Id) is { } xml)
                return xml;
        return null;
    }

    private XElement? Parse(string xml)
    {
        if (_parsed.TryGetValue(xml, out var known))
            return known;
        return _parsed[xml] = Read(xml);

        static XElement? Read(string xml)
        {
            try
            {
                return XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
            }
            catch (XmlException)
            {
                // The compiler warns about it if the project generates documentation.
                return null;
            }
        }
    }
}
