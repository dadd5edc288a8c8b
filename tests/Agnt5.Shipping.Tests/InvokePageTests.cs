using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>A reader who types what docs/invoke.md shows gets the answers that it shows.</summary>
[Collection(QuickStartCollection.Name)]
public sealed partial class InvokePageTests
{
    private const string Cut = "===";

    [Fact]
    public async Task Each_command_of_the_page_gets_the_answer_below_it()
    {
        await using var first = await StartAsync("QuickStart");
        await using var second = await StartAsync("SupportAgent");
        var folder = Repository.EmptyFolder("invoke-page");
        var blocks = await BlocksAsync(first.Port, second.Port);
        var script = string.Concat(blocks.Where(static block => block.Language is "bash" or "sh").Select(static block => block.Language == "sh" ? $"{block.Text}echo; echo {Cut}\n" : block.Text));

        var printed = await Command.MustRunAsync(folder, "bash", "-euo", "pipefail", "-c", script);

        var answers = printed.Split(Cut, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var expected = blocks.Where(static block => block.Language == "json").Select(static block => block.Text).ToArray();
        Assert.True(expected.Length > 10 && expected.Length == answers.Length, printed);
        Assert.All(expected.Zip(answers), static pair => Assert.Equal(WithoutTimes(pair.First), WithoutTimes(pair.Second)));
    }

    [Fact]
    public async Task The_PowerShell_of_the_page_gets_the_same_answer()
    {
        await using var endpoint = await StartAsync("QuickStart");
        var blocks = await BlocksAsync(endpoint.Port, endpoint.Port);

        var answer = await PowerShell.MustRunAsync(Repository.Root, blocks.Single(static block => block.Language == "powershell").Text);

        Assert.Equal(WithoutTimes(blocks.First(static block => block.Language == "json").Text), WithoutTimes(answer));
    }

    private static Task<RunningEndpoint> StartAsync(string sample)
    {
        var folder = Repository.PathOf("samples", sample);
        return RunningEndpoint.StartAsync("Development", folder, "dotnet", BuiltApp.In(folder));
    }

    private static async Task<(string Language, string Text)[]> BlocksAsync(int firstPort, int secondPort)
    {
        var page = (await File.ReadAllTextAsync(Repository.PathOf("docs", "invoke.md"))).ReplaceLineEndings("\n")
            .Replace("127.0.0.1:8787", $"127.0.0.1:{firstPort}", StringComparison.Ordinal)
            .Replace("127.0.0.1:8788", $"127.0.0.1:{secondPort}", StringComparison.Ordinal)
            .Replace(" samples/", $" {Repository.PathOf("samples")}/", StringComparison.Ordinal);
        return [.. Block().Matches(page).Select(static block => (block.Groups["language"].Value, block.Groups["text"].Value))];
    }

    // Times are the only large numbers on the page.
    private static string WithoutTimes(string json) => LargeNumber().Replace(JsonNode.Parse(json)!.ToJsonString(), "0");

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("(?<=:)[0-9]{9,}")]
    private static partial Regex LargeNumber();
}
