using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>One component in the manifest.</summary>
/// <param name="Json">Its entry (protocol section 2).</param>
/// <param name="Identifier">The component's <see cref="ComponentModel.Identifier"/>; empty in a referenced assembly.</param>
internal sealed record ManifestEntry(ComponentKind Kind, string Name, string Json, string Identifier)
{
    /// <summary>Manifest order: by type, then by ordinal name.</summary>
    public static int Compare(ManifestEntry left, ManifestEntry right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.Name, right.Name);
}
