using System.Collections.ObjectModel;

namespace Agnt5.Local.Engine;

/// <summary>Metadata without an entry.</summary>
internal static class EmptyMetadata
{
    public static IReadOnlyDictionary<string, string> Value => ReadOnlyDictionary<string, string>.Empty;
}
