using Agnt5.Tests.Shared;
using Anthropic;
using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests;

/// <summary>docs/testing.md quotes the code of this class.</summary>
public sealed class RecordingPageTests
{
    [Fact]
    public void The_page_about_testing_quotes_code_that_compiles()
    {
        var source = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "tests/Agnt5.Providers.Tests/RecordingPageTests.cs")).ReplaceLineEndings("\n");
        var quoted = source[source.LastIndexOf("    private static class", StringComparison.Ordinal)..].TrimEnd()[..^1].TrimEnd().Replace("\n    ", "\n", StringComparison.Ordinal).Trim();

        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs/testing.md")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{quoted}\n```", page, StringComparison.Ordinal);
    }

    private static class Recordings
    {
        public static IChatClient Support() => ChatRecording.Open("../../../Recordings/support.json", static () =>
            new AnthropicClient { ApiKey = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") }.AsIChatClient());
    }
}
