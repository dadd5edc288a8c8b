using System.Text.RegularExpressions;
using Agnt5.Tests.Shared;

namespace Agnt5.Testing.Tests.Page;

/// <summary>docs/testing.md shows code that compiles and passes.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void The_page_quotes_tests_of_this_project()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs/testing.md")).ReplaceLineEndings("\n");
        var part = page[..page.IndexOf("## A recorded conversation", StringComparison.Ordinal)];
        var sources = string.Join('\n', Directory.GetFiles(Path.Combine(RepositoryRoot.Folder, "tests/Agnt5.Testing.Tests/Page"), "*.cs").Select(File.ReadAllText)).ReplaceLineEndings("\n");
        var code = Indentation().Replace(sources, "");

        var blocks = Block().Matches(part).Select(static block => block.Groups["text"].Value.TrimEnd()).ToArray();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Indentation().Replace(block, ""), code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("waits-for-an-answer")]
    [InlineData("explore-memory")]
    public void The_page_shows_the_message_of_a_test_that_fails(string snapshot)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs/testing.md")).ReplaceLineEndings("\n");
        var printed = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, $"tests/Agnt5.Testing.Tests/Snapshots/{snapshot}.txt")).ReplaceLineEndings("\n");

        Assert.Contains(printed, page, StringComparison.Ordinal);
    }

    [GeneratedRegex("^```csharp\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
