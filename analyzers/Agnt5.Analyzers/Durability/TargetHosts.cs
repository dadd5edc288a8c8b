using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Durability;

/// <summary>The hosts that a project is built for, as far as it says so.</summary>
internal static class TargetHosts
{
    /// <summary>
    /// Whether the project's code runs in WebAssembly and elsewhere: it lists <c>browser-wasm</c> among other runtime identifiers, a target framework for browsers among others, or
    /// <c>browser</c> among its supported platforms, as class libraries do.
    /// </summary>
    public static bool AreSeveral(AnalyzerConfigOptions project) =>
        AreSeveral(project, "Agnt5RuntimeIdentifiers", static one => one.StartsWith("browser", StringComparison.OrdinalIgnoreCase))
        || AreSeveral(project, "Agnt5TargetFrameworks", static one => one.IndexOf("-browser", StringComparison.OrdinalIgnoreCase) >= 0)
        || AreSeveral(project, "_SupportedPlatformList", static one => one.Equals("browser", StringComparison.OrdinalIgnoreCase));

    private static bool AreSeveral(AnalyzerConfigOptions project, string property, Func<string, bool> isBrowser)
    {
        if (!project.TryGetValue($"build_property.{property}", out var list))
            return false;
        var ones = list.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(static one => one.Trim()).ToArray();
        return ones.Any(isBrowser) && !ones.All(isBrowser);
    }
}
