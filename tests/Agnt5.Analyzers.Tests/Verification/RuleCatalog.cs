extern alias generators;

using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The rules as the package has them, found by reflection so that none can be forgotten.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>The ids. A rule that is told in two ways has two descriptors.</summary>
    public static IEnumerable<string> Ids => Descriptors.Select(descriptor => descriptor.Id).Distinct();

    /// <summary>The rules that the generator reports itself. No settings concern them, and no analyzer finds them in a sample.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> OfGenerator { get; } =
        [generators::Agnt5.Generators.GeneratorRules.LeftOut, generators::Agnt5.Generators.GeneratorRules.OldLanguageVersion];

    /// <summary>The rule that the build reports in projects of other languages.</summary>
    public static DiagnosticDescriptor OfBuild { get; } = new(
        Shared.RuleIds.OtherLanguage,
        "The project's language gets no components",
        "",
        "Agnt5.Declarations",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/AGT1018.md");

    /// <summary>All rules that have a page.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Documented { get; } = [.. Descriptors.Concat(OfGenerator).Append(OfBuild).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The sample that no rule finds anything in.</summary>
    public const string Accepted = nameof(Accepted);

    public static string Sample(string name) => Repository.Read("tests", "Agnt5.Analyzers.Tests", "Samples", $"{name}.cs");
}
