using Agnt5.Generators.Models;

namespace Agnt5.Generators.Emission;

/// <summary>The manifest's <c>components</c>.</summary>
internal static class ManifestArray
{
    public static string Of(IEnumerable<ManifestEntry> components) => $"[{string.Join(",", components.Select(static component => component.Json))}]";
}
