using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Hosting;

/// <summary>Recognizes test projects, whose endpoints serve nobody but the tests.</summary>
internal static class TestProject
{
    private const string Property = "build_property.IsTestProject";

    // What only test projects and their helpers reference. Libraries of assertions and test servers come along with other packages too, so they say nothing.
    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
        "Microsoft.VisualStudio.TestPlatform.ObjectModel", "Microsoft.AspNetCore.Mvc.Testing",
    };

    /// <summary>Whether the project says so (<c>IsTestProject</c>), or says nothing and references a test framework.</summary>
    public static bool Is(Compilation compilation, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var text) && bool.TryParse(text, out var isTest)
            ? isTest
            : compilation.SourceModule.ReferencedAssemblies.Any(static reference => Frameworks.Contains(reference.Name));
}
