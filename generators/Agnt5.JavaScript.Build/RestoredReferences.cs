using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace Agnt5.JavaScript.Build;

/// <summary>The packages and projects that NuGet restored for a project, and what each of them refers to.</summary>
internal sealed class RestoredReferences
{
    private readonly Dictionary<string, (string[] References, string[] Frameworks)> _libraries = new(StringComparer.OrdinalIgnoreCase);

    private RestoredReferences(XElement assets)
    {
        foreach (var library in assets.Element("targets")?.Elements().SelectMany(static target => target.Elements()) ?? [])
            _libraries[NameOf(library).Split('/')[0]] = (Names(library.Element("dependencies")), [.. library.Element("frameworkReferences")?.Elements().Select(static name => name.Value) ?? []]);
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="XmlException">The file is not JSON.</exception>
    public static RestoredReferences Read(string assetsFile)
    {
        using var reader = JsonReaderWriterFactory.CreateJsonReader(File.ReadAllBytes(assetsFile), XmlDictionaryReaderQuotas.Max);
        return new(XElement.Load(reader));
    }

    /// <returns>For each library that refers to a framework, how the project comes to it: <c>Shop.Web</c>, <c>Agnt5.AspNetCore</c>.</returns>
    public IEnumerable<IReadOnlyList<string>> ChainsTo(string framework) =>
        from library in _libraries
        where library.Value.Frameworks.Contains(framework, StringComparer.OrdinalIgnoreCase)
        orderby library.Key
        select ChainTo(library.Key);

    // The shortest one is the one that a reader knows best.
    private IReadOnlyList<string> ChainTo(string name)
    {
        List<string> chain = [name];
        while (_libraries.Where(library => library.Value.References.Contains(chain[0], StringComparer.OrdinalIgnoreCase)).Select(static library => library.Key).FirstOrDefault() is { } parent
            && !chain.Contains(parent, StringComparer.OrdinalIgnoreCase))
            chain.Insert(0, parent);
        return chain;
    }

    private static string[] Names(XElement? references) => [.. references?.Elements().Select(NameOf) ?? []];

    // A name that XML does not take for an element's is in the attribute "item".
    private static string NameOf(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;
}
