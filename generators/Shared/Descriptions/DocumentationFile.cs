using System.Runtime.CompilerServices;
using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Shared;

/// <summary>The XML documentation file of a referenced assembly. It is read when a description is needed, once as long as the compiler keeps the file.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Text">The file.</param>
internal sealed record DocumentationFile(string Assembly, AdditionalText Text)
{
    // Agnt5.targets marks the files with the name of their assembly.
    private const string AssemblyMetadata = "build_metadata.AdditionalFiles.Agnt5DocumentedAssembly";

    private static readonly ConditionalWeakTable<AdditionalText, Dictionary<string, string>> Read = new();

    /// <summary>An additional file of the project as a documentation file, or <see langword="null"/> when it is something else.</summary>
    public static DocumentationFile? Of(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(text).TryGetValue(AssemblyMetadata, out var assembly) && assembly.Length > 0 ? new(assembly, text) : null;

    /// <summary>The documentation files among the additional files of a project.</summary>
    public static IReadOnlyList<DocumentationFile> Among(AnalyzerOptions options) =>
        [.. options.AdditionalFiles.Select(file => Of(file, options.AnalyzerConfigOptionsProvider)).OfType<DocumentationFile>()];

    /// <summary>The comment of a declaration.</summary>
    public string? Find(string id) => Read.GetValue(Text, Members).TryGetValue(id, out var xml) ? xml : null;

    private static Dictionary<string, string> Members(AdditionalText file)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file.GetText() is not { } text)
            return members;

        using var reader = XmlReader.Create(new StringReader(text.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        try
        {
            var isMember = reader.ReadToFollowing("member");
            while (isMember)
            {
                if (reader.GetAttribute("name") is { } id)
                    members[id] = reader.ReadInnerXml();
                else
                    reader.Read();
                isMember = reader is { NodeType: XmlNodeType.Element, Name: "member" } || reader.ReadToFollowing("member");
            }
        }
        catch (XmlException)
        {
            // The text before the error is valid, and a missing description breaks nothing.
        }

        return members;
    }
}
