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

    /// <summary>The rules that the build reports: of projects in other languages, and of a publish for JavaScript hosts.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> OfBuild { get; } =
    [
        BuildRule(Shared.RuleIds.OtherLanguage, "The project's language gets no components"),
        BuildRule(Shared.RuleIds.UnfitForJavaScriptHost, "The project cannot be published for JavaScript hosts as it is"),
        BuildRule(Shared.RuleIds.NeedsAspNetCore, "A reference needs ASP.NET Core, which JavaScript hosts do not have"),
        BuildRule(Shared.RuleIds.NoAddon, "This machine cannot make the native addon"),
        BuildRule(Shared.RuleIds.LargeWorker, "The Worker is larger than Cloudflare takes", DiagnosticSeverity.Warning),
    ];

    /// <summary>All rules that have a page.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Documented { get; } = [.. Descriptors.Concat(OfGenerator).Concat(OfBuild).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The sample that no rule finds anything in.</summary>
    public const string Accepted = nameof(Accepted);

    private static DiagnosticDescriptor BuildRule(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, "", "Agnt5.Declarations", severity, isEnabledByDefault: true, helpLinkUri: $"https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/{id}.md");

    public static string Sample(string name) => Repository.Read("tests", "Agnt5.Analyzers.Tests", "Samples", $"{name}.cs");
}
