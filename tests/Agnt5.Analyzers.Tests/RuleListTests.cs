using System.Text.RegularExpressions;
using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>Lists of rules in the docs are complete: a rule that a list forgets is a rule that its readers do not know.</summary>
public sealed class RuleListTests
{
    [Fact]
    public void The_changes_name_every_rule_alone_or_in_a_range()
    {
        var named = RulesIn(Repository.Read("CHANGELOG.md"));

        Assert.Empty(RuleCatalog.Documented.Select(rule => rule.Id).Except(named));
    }

    [Fact]
    public void The_index_says_which_rules_have_a_fix()
    {
        var paragraphs = Repository.Read("docs", "rules", "README.md").Split("\n\n");
        var named = RulesIn(paragraphs.Single(static text => text.Contains("have code fixes", StringComparison.Ordinal)));

        Assert.Equal(CodeFixRun.Providers.SelectMany(static provider => provider.FixableDiagnosticIds).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>The rules that a text names, those of a range ("AGT4001 to AGT4022") included.</summary>
    private static HashSet<string> RulesIn(string text) =>
    [
        .. from Match named in Regex.Matches(text, @"\bAGT(?<first>\d{4})(?: to AGT(?<last>\d{4}))?")
           let first = named.Groups["first"].Value
           let last = named.Groups["last"] is { Success: true, Value: var end } ? end : first
           from id in RuleCatalog.Documented.Select(rule => rule.Id).Distinct()
           where string.CompareOrdinal(id, $"AGT{first}") >= 0 && string.CompareOrdinal(id, $"AGT{last}") <= 0
           select id,
    ];
}
