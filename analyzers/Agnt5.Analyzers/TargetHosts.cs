using Agnt5.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>The hosts that a project is built for, as far as it says so.</summary>
internal static class TargetHosts
{
    private static readonly (string Property, Func<string, bool> IsBrowser)[] Lists =
    [
        ("Agnt5RuntimeIdentifiers", IsBrowserRuntime),
        ("Agnt5TargetFrameworks", static one => one.IndexOf("-browser", StringComparison.OrdinalIgnoreCase) >= 0),
        ("_SupportedPlatformList", static one => one.Equals("browser", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>
    /// Whether the project's code runs in WebAssembly: it is compiled for <c>browser-wasm</c>, lists it or a browser among others, or is published for a JavaScript host that takes nothing else.
    /// </summary>
    public static bool IncludeWasm(Compilation compilation, AnalyzerConfigOptions project) =>
        IsBrowserRuntime(Value(project, "RuntimeIdentifier"))
        || Lists.Any(list => Values(project, list.Property).Any(list.IsBrowser))
        || (Value(project, "Agnt5Host").ToLowerInvariant() is "web" or "workers" && JavaScriptCode.HostOf(compilation) is not null);

    /// <summary>
    /// Whether the project's code runs in WebAssembly and elsewhere: it lists <c>browser-wasm</c> among other runtime identifiers, a target framework for browsers among others, or
    /// <c>browser</c> among its supported platforms, as class libraries do, or it has a JavaScript host beside others.
    /// </summary>
    public static bool AreSeveral(Compilation compilation, AnalyzerConfigOptions project) =>
        Lists.Any(list => AreMixed([.. Values(project, list.Property)], list.IsBrowser)) || JavaScriptCode.HostOf(compilation) is not null;

    /// <summary>Whether CA1416 reports what <c>[UnsupportedOSPlatform("browser")]</c> says: the project lists the platform.</summary>
    public static bool AreCheckedForBrowsers(AnalyzerConfigOptions project) => Values(project, "_SupportedPlatformList").Any(static one => one.Equals("browser", StringComparison.OrdinalIgnoreCase));

    private static bool AreMixed(string[] ones, Func<string, bool> isBrowser) => ones.Any(isBrowser) && !ones.All(isBrowser);

    private static bool IsBrowserRuntime(string identifier) => identifier.StartsWith("browser", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Values(AnalyzerConfigOptions project, string property) =>
        Value(project, property).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(static one => one.Trim());

    private static string Value(AnalyzerConfigOptions project, string property) => project.TryGetValue($"build_property.{property}", out var value) ? value : "";
}
