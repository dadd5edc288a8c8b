using System.Text.Json;
using System.Text.RegularExpressions;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

/// <summary>Runs the commands of docs/cli.md, in the order of the page.</summary>
public sealed partial class PageTests
{
    [Fact]
    public async Task Each_command_of_the_page_does_what_it_says()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var endpoint = await TestEndpoint.StartAsync("s3cret-of-the-page");
        Environment.SetEnvironmentVariable("ENDPOINT_SECRET", "s3cret-of-the-page");
        Environment.SetEnvironmentVariable("HOOK_SECRET", "s3cret-of-the-hook");
        Environment.SetEnvironmentVariable("AGNT5_GATEWAY_URL", gateway.Url);
        var folder = Directory.CreateTempSubdirectory("agnt5-cli");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "order.json"), """{"id":"o-1","items":["tea"]}""");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "issue.json"), """{"action":"opened","number":7}""");
        var problems = new List<string>();
        foreach (var line in Commands())
        {
            var expected = line.Contains("--remote", StringComparison.Ordinal) ? 5 : 0;
            var run = await CommandLineRun.OfAsync([.. await WordsAsync(line, gateway, endpoint, folder.FullName)]);
            if (run.ExitCode != expected)
                problems.Add($"{line}\n  ended with {run.ExitCode}: {run.Error}{run.Output}");
        }

        Environment.SetEnvironmentVariable("AGNT5_GATEWAY_URL", null);
        folder.Delete(recursive: true);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public async Task Every_command_stands_on_the_page()
    {
        var page = Page();

        var help = await CommandLineRun.OfAsync("--help");

        var commands = CommandTree.Create().Subcommands.Where(static command => !command.Hidden).Select(static command => command.Name).ToArray();
        Assert.All(commands, name => Assert.Contains($"dotnet agnt5 {name}", page, StringComparison.Ordinal));
        Assert.All(commands, name => Assert.Contains(name, help.Output, StringComparison.Ordinal));
    }

    private static string Page() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cli.md"));

    private static IEnumerable<string> Commands() =>
        ShellBlock().Matches(Page()).SelectMany(static block => block.Groups[1].Value.Split('\n')).Where(static line => line.StartsWith("dotnet agnt5 ", StringComparison.Ordinal));

    // The words that a shell makes of a line, with the run, the deployment and the address that the reader has.
    private static async Task<List<string>> WordsAsync(string line, TestGateway gateway, TestEndpoint endpoint, string folder)
    {
        List<string> words = [];
        foreach (Match word in Word().Matches(line["dotnet agnt5 ".Length..]))
            words.Add(word.Value.Replace("'", "", StringComparison.Ordinal).Trim('"')
                .Replace("@", $"@{folder}/", StringComparison.Ordinal).Replace("http://127.0.0.1:8787", endpoint.Url, StringComparison.Ordinal));
        for (var at = 0; at < words.Count; at++)
            if (words[at] == "$RUN")
                words[at] = await PausedRunAsync(gateway);
            else if (words[at] == "$DEPLOYMENT")
                words[at] = JsonDocument.Parse((await gateway.RunAsync("status", "-o", "json")).Output).RootElement[0].GetProperty("deployment_id").GetString()!;
        return words;
    }

    // A run that has its answer works for a moment, and pauses again.
    private static async Task<string> PausedRunAsync(TestGateway gateway)
    {
        while (true)
        {
            var paused = JsonDocument.Parse((await gateway.RunAsync("runs", "--status", "paused", "--limit", "1", "-o", "json")).Output).RootElement;
            if (paused.GetArrayLength() > 0)
                return paused[0].GetProperty("run_id").GetString()!;
        }
    }

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("""(?:[^\s'"]|'[^']*'|"[^"]*")+""")]
    private static partial Regex Word();
}
