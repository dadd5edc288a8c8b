using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>Requirements for every code fix.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public void A_code_fix_is_for_a_rule_that_exists_and_every_rule_has_one_at_most()
    {
        var ids = CodeFixRun.Providers.SelectMany(provider => provider.FixableDiagnosticIds).ToArray();

        Assert.NotEmpty(ids);
        Assert.Subset(RuleCatalog.Ids.ToHashSet(), ids.ToHashSet());
        Assert.Equal(ids.Distinct(), ids);
    }

    public static TheoryData<string> RulesWithFixes { get; } = [.. CodeFixRun.Providers.SelectMany(provider => provider.FixableDiagnosticIds)];

    [Theory]
    [MemberData(nameof(RulesWithFixes))]
    public async Task Whichever_fix_of_a_sample_is_taken_the_code_compiles_and_the_finding_is_gone(string ruleId)
    {
        using var workspace = new Microsoft.CodeAnalysis.AdhocWorkspace();
        var document = CodeFixRun.Open(workspace, MarkedSource.Parse(RuleCatalog.Sample(ruleId)).Text);
        var findings = await CodeFixRun.FindingsAsync(document.Project, ruleId);
        foreach (var finding in findings)
            foreach (var fix in await CodeFixRun.OfferedAsync(document, finding))
            {
                // Code that does not compile is not analyzed.
                var remaining = await CodeFixRun.FindingsAsync(await CodeFixRun.ApplyAsync(fix, document.Project.Id), ruleId);
                Assert.True(remaining.Count < findings.Count, $"'{fix.Title}' at {finding.Location.GetLineSpan().StartLinePosition} leaves the finding.");
            }
    }

    private static readonly string[] ChangeReplayIdentity = ["AGT4004", "AGT4007", "AGT4008"];

    [Fact]
    public void Editors_find_every_code_fix_and_its_Fix_All_unless_it_changes_what_a_running_workflow_replays()
    {
        Assert.All(CodeFixRun.Providers, provider => Assert.Contains(
            provider.GetType().GetCustomAttributes(typeof(Microsoft.CodeAnalysis.CodeFixes.ExportCodeFixProviderAttribute), inherit: false),
            export => ((Microsoft.CodeAnalysis.CodeFixes.ExportCodeFixProviderAttribute)export).Languages is ["C#"]));
        Assert.All(CodeFixRun.Providers, provider =>
            Assert.Equal(!provider.FixableDiagnosticIds.Intersect(ChangeReplayIdentity).Any(), provider.GetFixAllProvider() is not null));
    }
}
