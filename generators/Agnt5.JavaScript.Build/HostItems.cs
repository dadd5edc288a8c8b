using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>The items of a host project. Its folder is not the user's, so paths are full, and links say where a file stood.</summary>
internal static class HostItems
{
    /// <summary>The metadata that says what an item is.</summary>
    public const string ItemType = "Agnt5ItemType";

    // Metadata of an item by which a project keeps it from JavaScript hosts.
    private const string LeftOut = "Agnt5JavaScript";

    // Items that are no files but names.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "PackageReference", "Reference", "Using", "InternalsVisibleTo", "AssemblyAttribute", "AssemblyMetadata", "TrimmerRootAssembly", "CompilerVisibleProperty", "CompilerVisibleItemMetadata",
    };

    // Files whose place in the project has a meaning: the name of a resource, the folder that an editor and a compiler message show.
    private static readonly HashSet<string> Linked = new(StringComparer.Ordinal) { "Compile", "EmbeddedResource", "AdditionalFiles" };

    /// <returns>A list for each type of item, behind the removal of what is there already.</returns>
    public static IEnumerable<XElement> Describe(IReadOnlyList<ITaskItem> items, string folder) =>
        from item in items
        where !Is(item, LeftOut, "false") && !Is(item, "IsImplicitlyDefined", "true")
        group item by item.GetMetadata(ItemType) into list
        select new XElement("ItemGroup", [.. Removals(list.Key), .. list.Select(item => Describe(item, list.Key, folder))]);

    // What an SDK refers to by itself stays: it belongs to the SDK of the host project.
    private static IEnumerable<XElement> Removals(string type) =>
    [
        new("_Agnt5Own", new XAttribute("Include", $"@({type})")),
        new("_Agnt5Own", new XAttribute("Remove", $"@({type}->WithMetadataValue('IsImplicitlyDefined', 'true'))")),
        new(type, new XAttribute("Remove", "@(_Agnt5Own)")),
        new("_Agnt5Own", new XAttribute("Remove", "@(_Agnt5Own)")),
    ];

    private static XElement Describe(ITaskItem item, string type, string folder)
    {
        var include = IsFile(item, type, folder) ? Full(((ITaskItem2)item).EvaluatedIncludeEscaped, folder) : ((ITaskItem2)item).EvaluatedIncludeEscaped;
        var element = new XElement(type, new XAttribute("Include", include));
        foreach (var (name, value) in MetadataOf(item))
            element.SetAttributeValue(name, name == "HintPath" ? Full(value, folder) : value);
        if (Linked.Contains(type) && element.Attribute("Link") is null && IsBelow(item.ItemSpec))
            element.SetAttributeValue("Link", ((ITaskItem2)item).EvaluatedIncludeEscaped);
        return element;
    }

    private static IEnumerable<(string Name, string Value)> MetadataOf(ITaskItem item) =>
        from string name in item.CloneCustomMetadata().Keys
        let value = ((ITaskItem2)item).GetMetadataValueEscaped(name)
        where name is not ItemType && value.Length > 0
        orderby name
        select (name, value);

    // A reference is the name of an assembly, or its file.
    private static bool IsFile(ITaskItem item, string type, string folder) => !Names.Contains(type) || (type == "Reference" && File.Exists(Full(item.ItemSpec, folder)));

    private static bool Is(ITaskItem item, string metadata, string value) => string.Equals(item.GetMetadata(metadata), value, StringComparison.OrdinalIgnoreCase);

    private static string Full(string path, string folder) => Path.IsPathRooted(path) ? path : Path.GetFullPath(Path.Combine(folder, path));

    private static bool IsBelow(string path) => !Path.IsPathRooted(path) && !path.StartsWith("..", StringComparison.Ordinal);
}
