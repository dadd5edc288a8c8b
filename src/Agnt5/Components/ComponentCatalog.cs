using Agnt5.Generated;

namespace Agnt5;

/// <summary>
/// The components of an assembly and of the assemblies it references. The source generator writes the implementation.
/// User code only passes <c>Agnt5Components.Catalog</c> on.
/// </summary>
public abstract class ComponentCatalog
{
    /// <summary>The components, in manifest order: by type, then by ordinal name.</summary>
    public abstract IReadOnlyList<ComponentDescriptor> Components { get; }

    /// <summary>The manifest's <c>components</c> array as UTF-8 JSON (protocol section 2): the same bytes for the same build.</summary>
    public abstract ReadOnlySpan<byte> ManifestComponents { get; }

    /// <summary>Finds a component.</summary>
    /// <param name="type">The component's type.</param>
    /// <param name="name">The component's name as UTF-8, case-sensitive.</param>
    /// <returns>The component, or <see langword="null"/> when there is none of this type and name.</returns>
    public abstract ComponentDescriptor? Find(ComponentType type, ReadOnlySpan<byte> name);
}
