using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Local.Engine.Runs;
using Agnt5.Protocol;

namespace Agnt5.Testing;

/// <summary>The JSON metadata that the components of a catalog bring along.</summary>
/// <param name="catalog">The components, or <see langword="null"/> where nothing is known of them.</param>
internal sealed class ComponentTypes(ComponentCatalog? catalog)
{
    /// <returns>The component, or <see langword="null"/> where it is not known.</returns>
    public ComponentDescriptor? Find(ComponentType type, string name) => catalog?.Find(type, Encoding.UTF8.GetBytes(name));

    /// <inheritdoc cref="Find(ComponentType, string)"/>
    public ComponentDescriptor? Find(RunState run) =>
        ComponentTypeNames.TryParse(Encoding.UTF8.GetBytes(run.Spec.ComponentType), out var type) ? Find(type, run.Spec.ComponentName) : null;

    /// <summary>The metadata of a type, by a component that knows it.</summary>
    /// <param name="component">The component, or <see langword="null"/> for any.</param>
    /// <param name="what">What the type is of, for the message.</param>
    /// <exception cref="Agnt5TestException">No component knows the type.</exception>
    public JsonTypeInfo<T> Of<T>(ComponentDescriptor? component, string what)
    {
        if (typeof(T) == typeof(JsonElement))
            return (JsonTypeInfo<T>)(object)JsonMetadataServices.CreateValueInfo<JsonElement>(Own, JsonMetadataServices.JsonElementConverter);
        foreach (var options in component is null ? catalog?.Components.Select(static known => known.JsonOptions).Distinct() ?? [] : [component.JsonOptions])
        {
            if (TryFind<T>(options, out var type))
                return type;
        }

        throw new Agnt5TestException(
            catalog is null
                ? $"Nothing is known of {typeof(T)}, the type of {what}: give ConnectAsync the catalog of the components, or use JsonElement."
                : $"{component?.Name ?? "The catalog"} has no JSON metadata of {typeof(T)}, the type of {what}: no component takes, returns or waits for it. Check the type, or use JsonElement.");
    }

    private static readonly JsonSerializerOptions Own = GeneratedJson.CreateOptions();

    private static bool TryFind<T>(JsonSerializerOptions options, [NotNullWhen(true)] out JsonTypeInfo<T>? type)
    {
        type = options.TryGetTypeInfo(typeof(T), out var found) ? found as JsonTypeInfo<T> : null;
        return type is not null;
    }
}
