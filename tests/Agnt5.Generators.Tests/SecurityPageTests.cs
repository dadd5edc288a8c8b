using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;

namespace Agnt5.Generators.Tests;

/// <summary>What docs/security.md promises is shown by a test that exists.</summary>
public sealed partial class SecurityPageTests
{
    private const string Page = "docs/security.md";

    [Fact]
    public void A_promise_names_a_test_that_exists()
    {
        var tests = RepositoryFiles.With(".cs").Where(static file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .SelectMany(static file => TestClass().Matches(RepositoryFiles.Read(file)).Select(static found => found.Groups["name"].Value)).ToHashSet();
        var named = NamedTest().Matches(RepositoryFiles.Read(Page)).Select(static found => found.Groups["name"].Value).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Each_promise_has_a_test()
    {
        var promises = RepositoryFiles.Read(Page).Split("\n| Promise | Test |\n|---|---|\n")[1..]
            .SelectMany(static table => table.Split('\n').TakeWhile(static line => line.StartsWith('|'))).ToArray();

        Assert.NotEmpty(promises);
        Assert.All(promises, static promise => Assert.Matches(NamedTest(), promise.Split('|')[2]));
    }

    [GeneratedRegex(@"^public sealed (partial )?class (?<name>\w+Tests)\b(?=.*?\[(Fact|Theory)\])", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"`(?<name>\w+Tests)`")]
    private static partial Regex NamedTest();
}
