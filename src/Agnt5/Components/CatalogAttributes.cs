namespace Agnt5.Generated;

/// <summary>Names the catalog that was generated for an assembly, so that projects with a reference to the assembly can include its components.</summary>
/// <param name="catalog">The generated catalog of this assembly's own components.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class Agnt5CatalogAttribute(Type catalog) : Attribute
{
    /// <summary>The generated catalog of this assembly's own components. It has a public constructor without parameters.</summary>
    public Type Catalog { get; } = catalog;
}

/// <summary>Describes one component of a generated catalog to compilations that reference the assembly.</summary>
/// <param name="type">The component's type.</param>
/// <param name="name">The component's name on the wire.</param>
/// <param name="manifestJson">The component's entry in the manifest (protocol section 2).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CatalogComponentAttribute(ComponentType type, string name, string manifestJson) : Attribute
{
    /// <summary>The component's type.</summary>
    public ComponentType Type { get; } = type;

    /// <summary>The component's name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The component's entry in the manifest (protocol section 2).</summary>
    public string ManifestJson { get; } = manifestJson;
}
