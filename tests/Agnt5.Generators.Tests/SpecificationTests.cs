using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;
using Agnt5.Tests.Shared;

namespace Agnt5.Generators.Tests;

/// <summary>What goes over the wire is in the specification, where the authors of a platform look for it.</summary>
public sealed partial class SpecificationTests
{
    private const string Specification = "docs/spec/workerless-v1.md";

    public static TheoryData<string> Reasons => [.. ResponseShape.Suspensions.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Section_5_lists_every_member_of_a_suspension(string reason)
    {
        var section = Section(5);
        var row = Row(section, reason);

        Assert.True(row is not null, $"The table of suspensions in section 5 of {Specification} has no row for '{reason}'.");
        // The timeouts of waits have paragraphs.
        var missing = ResponseShape.Suspensions[reason].Select(static member => member.TrimEnd('?')).Where(static member => !member.EndsWith("timeout_ms", StringComparison.Ordinal))
            .Where(member => !Names(row, member));
        Assert.True(!missing.Any(), $"The row of '{reason}' in section 5 of {Specification} does not name {string.Join(", ", missing)}.");
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_specification_explains_the_timeouts_of_a_suspension(string reason) =>
        Assert.All(
            ResponseShape.Suspensions[reason].Select(static member => member.TrimEnd('?')).Where(static member => member.EndsWith("timeout_ms", StringComparison.Ordinal)),
            static member => Assert.True(RepositoryFiles.Read(Specification).Split('\n').Any(line => Names(line, member)), $"{Specification} does not name {member}."));

    [Fact]
    public void Section_9_lists_every_field_of_every_policy_that_a_manifest_can_have()
    {
        var section = Section(9);
        var missing =
            from entry in AttributeValueTests.Entries
            from policy in entry["flow_control"]?.AsObject() ?? []
            from field in (policy.Value as JsonObject)?.Select(static field => field.Key) ?? []
            where Row(section, policy.Key) is not { } row || !Names(row, field)
            select $"{policy.Key}.{field}";

        Assert.True(!missing.Any(), $"The table in section 9 of {Specification} does not have {string.Join(", ", missing.Distinct())}.");
    }

    private static string Section(int number) => Regex.Match(RepositoryFiles.Read(Specification), $@"^## {number}\. .*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline).Value;

    /// <summary>The row of a table whose first cell names this.</summary>
    private static string? Row(string section, string name) => section.Split('\n').FirstOrDefault(line => line.StartsWith("| `", StringComparison.Ordinal) && Names(line.Split('|')[1], name));

    // `name`, or `{name}` and `name: value`.
    private static bool Names(string text, string name) => Quoted().Matches(text).Any(quoted => Regex.IsMatch(quoted.Value, $@"(?<![a-z_]){name}(?![a-z_])"));

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Quoted();
}
