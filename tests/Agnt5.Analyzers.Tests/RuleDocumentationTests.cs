using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>What a user finds about a rule outside the compiler. The rules are found by reflection.</summary>
public sealed class RuleDocumentationTests
{
    private static readonly string[] Sections = ["## Cause", "## Why it matters", "## How to fix", "## When to suppress", "## Example", "Before:", "After:"];

    public static TheoryData<string> RuleIds => [.. RuleCatalog.Ids];

    public static TheoryData<string> PageIds => [.. RuleCatalog.Documented.Select(rule => rule.Id).Distinct()];

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer_and_every_reported_rule_is_listed()
    {
        var reported = CompilerRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct();

        Assert.NotEmpty(RuleCatalog.Descriptors);
        Assert.Equal(RuleCatalog.Ids, reported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PageIds))]
    public void The_help_link_of_a_rule_leads_to_its_page(string id) =>
        Assert.Equal($"https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(PageIds))]
    public void A_rule_has_a_page_with_cause_reason_fix_and_example(string id)
    {
        var rule = Rule(id);
        var page = Repository.Read("docs", "rules", $"{id}.md");

        Assert.StartsWith($"# {id}: {rule.Title}\n\n", page, StringComparison.Ordinal);
        Assert.Contains($"\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()} · Category: `{rule.Category}`\n", page, StringComparison.Ordinal);
        Assert.Equal(Sections, Sections.Where(section => page.Contains($"\n{section}\n", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(PageIds))]
    public void The_index_lists_a_rule(string id)
    {
        var index = Repository.Read("docs", "rules", "README.md");

        Assert.Contains($"| [{id}]({id}.md) | {Rule(id).DefaultSeverity} | {Rule(id).Title} |", index, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_release_notes_of_the_analyzers_list_a_rule(string id)
    {
        var rule = Rule(id);
        var releases = Repository.Read("analyzers", "Agnt5.Analyzers", "AnalyzerReleases.Shipped.md")
            + Repository.Read("analyzers", "Agnt5.Analyzers", "AnalyzerReleases.Unshipped.md");

        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})\n", releases, StringComparison.Ordinal);
    }

    [Fact]
    public void The_release_notes_of_the_generator_list_its_rules() => Assert.All(RuleCatalog.OfGenerator, rule => Assert.Contains(
        $"\n{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})\n",
        Repository.Read("generators", "Agnt5.Generators", "AnalyzerReleases.Shipped.md") + Repository.Read("generators", "Agnt5.Generators", "AnalyzerReleases.Unshipped.md"),
        StringComparison.Ordinal));

    [Fact]
    public void No_setting_silences_what_the_generator_reports() =>
        Assert.All(RuleCatalog.OfGenerator, rule => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags));

    [Fact]
    public void The_generator_knows_the_category_of_every_rule() => Assert.All(RuleCatalog.Documented, rule => Assert.Equal(rule.Category, Shared.RuleIds.CategoryOf(rule.Id)));

    [Fact]
    public void No_page_and_no_sample_is_left_of_a_rule_that_does_not_exist()
    {
        var pages = Repository.Names("docs", "rules").Order(StringComparer.Ordinal);
        var samples = Repository.Names("tests", "Agnt5.Analyzers.Tests", "Samples").Order(StringComparer.Ordinal);

        Assert.Equal([.. RuleCatalog.Documented.Select(rule => $"{rule.Id}.md").Distinct(), "README.md"], pages);
        Assert.Equal([.. RuleCatalog.Ids.Select(id => $"{id}.cs"), $"{RuleCatalog.Accepted}.cs"], samples);
    }

    private static DiagnosticDescriptor Rule(string id)
    {
        var told = RuleCatalog.Documented.Where(descriptor => descriptor.Id == id).ToArray();
        Assert.All(told, descriptor => Assert.Equal(
            (told[0].Title, told[0].Category, told[0].DefaultSeverity, told[0].HelpLinkUri), (descriptor.Title, descriptor.Category, descriptor.DefaultSeverity, descriptor.HelpLinkUri)));
        return told[0];
    }
}
