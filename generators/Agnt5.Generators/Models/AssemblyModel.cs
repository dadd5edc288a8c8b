using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The assembly that is compiled.</summary>
internal sealed record AssemblyModel
{
    /// <summary>The namespace of all generated code. No other assembly has the same.</summary>
    public required string Namespace { get; init; }

    /// <summary>The namespace of <c>Agnt5Components</c>, or empty for the global one.</summary>
    public required string ComponentsNamespace { get; init; }

    public required bool IsExecutable { get; init; }

    /// <summary>Whether it is a library that may serve endpoints for the programs that reference it.</summary>
    public required bool MayHost { get; init; }

    /// <summary>Whether it has the gateway's client.</summary>
    public required bool HasClient { get; init; }

    /// <summary>Whether it tests components.</summary>
    public required bool HasTesting { get; init; }

    /// <summary>The catalogs of referenced assemblies, by assembly name.</summary>
    public required EquatableArray<CatalogReference> References { get; init; }

    public bool HasReferencedComponents => References.Any(static reference => reference.Components.Count > 0);
}

/// <summary>The catalog of a referenced assembly.</summary>
/// <param name="Type">The catalog as generated code writes it.</param>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="Components">Its components, in the order of its <c>Components</c>.</param>
/// <param name="Metadata">The resolver of the assembly's JSON metadata as generated code writes it, or <see langword="null"/> when it has none.</param>
internal sealed record CatalogReference(string Type, string AssemblyName, EquatableArray<ManifestEntry> Components, string? Metadata);
