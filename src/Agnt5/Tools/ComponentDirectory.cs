using System.Text;
using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Tools;

/// <summary>
/// The components of a catalog by name, with their descriptions and schemas from the manifest: a model gets the same ones as AGNT5. An endpoint has one directory, which reads the manifest on
/// first use.
/// </summary>
internal sealed class ComponentDirectory(ComponentCatalog catalog)
{
    private readonly Lazy<Dictionary<(string Type, string Name), JsonElement>> _entries = new(() => Read(catalog));

    public IReadOnlyList<ComponentDescriptor> Components => catalog.Components;

    public ComponentDescriptor? Find(ComponentType type, string name) => catalog.Find(type, Encoding.UTF8.GetBytes(name));

    public string? DescriptionOf(ComponentDescriptor component) => Metadata(component, "description"u8) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool RequiresConfirmation(ComponentDescriptor component) => Metadata(component, "requires_confirmation"u8) is { ValueKind: JsonValueKind.True };

    public JsonElement? InputSchemaOf(ComponentDescriptor component) => Member(EntryOf(component), "input_schema"u8);

    public JsonElement? OutputSchemaOf(ComponentDescriptor component) => Member(EntryOf(component), "output_schema"u8);

    private static Dictionary<(string, string), JsonElement> Read(ComponentCatalog catalog)
    {
        using var manifest = JsonDocument.Parse(catalog.ManifestComponents.ToArray(), new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return manifest.RootElement.Clone().EnumerateArray().ToDictionary(static entry => (entry.GetProperty("type"u8).GetString()!, entry.GetProperty("name"u8).GetString()!));
    }

    private JsonElement? Metadata(ComponentDescriptor component, ReadOnlySpan<byte> name) =>
        Member(EntryOf(component), "metadata"u8) is { } metadata ? Member(metadata, name) : null;

    private static JsonElement? Member(JsonElement? value, ReadOnlySpan<byte> name) => value is { } given && given.TryGetProperty(name, out var member) ? member : null;

    private JsonElement? EntryOf(ComponentDescriptor component) =>
        _entries.Value.TryGetValue((Protocol.ComponentTypeNames.ToWireName(component.Type), component.Name), out var entry) ? entry : null;
}
