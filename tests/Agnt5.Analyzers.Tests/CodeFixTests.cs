using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>What holds for every code fix.</summary>
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
