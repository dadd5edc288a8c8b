using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>Every rule over its sample in <c>Samples</c>, which holds what it must find, marked, and what it must let pass.</summary>
public sealed class RuleSampleTests
{
    public static TheoryData<string> RuleIds => [.. RuleCatalog.Ids];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task A_rule_points_at_each_mistake_and_at_nothing_else(string id)
    {
        var sample = RuleCatalog.Sample(id);

        Assert.Contains($"{{|{id}:", sample, StringComparison.Ordinal);
        await Verify.FindsAsync(sample);
    }

    [Fact]
    public async Task Unusual_code_that_works_is_left_in_peace() => await Verify.FindsAsync(RuleCatalog.Sample(RuleCatalog.Accepted));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task A_pragma_silences_a_rule(string id)
    {
        var source = MarkedSource.Parse(RuleCatalog.Sample(id));
        var compilation = CompilerRun.Compile($"#pragma warning disable {id}\n{source.Text}");

        Assert.Empty(await CompilerRun.AnalyzeAsync(compilation, id));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task An_editorconfig_sets_the_severity_of_a_rule(string id)
    {
        var source = MarkedSource.Parse(RuleCatalog.Sample(id));
        var found = source.Expected.Count(finding => finding.Id == id);

        var silenced = CompilerRun.Compile(source.Text).WithEditorConfig($"[*.cs]\ndotnet_diagnostic.{id}.severity = none");
        Assert.Empty(await CompilerRun.AnalyzeAsync(silenced, id));

        var softened = CompilerRun.Compile(source.Text).WithEditorConfig($"[*.cs]\ndotnet_diagnostic.{id}.severity = warning");
        var warnings = (await CompilerRun.AnalyzeAsync(softened, id)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(found, warnings.Count());
    }
}
