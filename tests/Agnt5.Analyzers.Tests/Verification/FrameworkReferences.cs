using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The assemblies that a build of user code references: unlike those that run, they say of whole assemblies which platforms they are for.</summary>
internal static class FrameworkReferences
{
    // dotnet/shared/Microsoft.NETCore.App/{version}/ and dotnet/packs/Microsoft.NETCore.App.Ref/{version}/ref/{framework}/
    private static readonly string Packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));

    /// <summary>The reference assemblies of the SDK that runs the tests.</summary>
    public static MetadataReference[] All { get; } =
    [
        .. Directory.EnumerateFiles(Packs, "*.dll", SearchOption.AllDirectories)
            .Where(static path => path.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
