using System.Text.RegularExpressions;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

/// <summary>Runs the commands of docs/cli.md that ask an endpoint itself and no gateway, in the order of the page.</summary>
public sealed partial class CheckPageTests : IDisposable
{
    private const string Secret = "s3cret-of-the-checks";
    private const string Variable = "AGNT5_SERVERLESS_SIGNING_SECRET";

    private static readonly string[] Headings = ["## Manifests", "## Diagrams", "## Invoke an endpoint", "## Smoke"];
    private static readonly string Assembly = typeof(CheckPageTests).Assembly.Location;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public CheckPageTests()
    {
        Environment.SetEnvironmentVariable(Variable, Secret);
        Environment.SetEnvironmentVariable("ENDPOINT_SECRET", Secret);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_check_of_the_page_does_what_it_says()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        var answer = Path.Combine(_folder.FullName, "answer.json");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "order.json"), """{"id":"o-1","items":["tea"]}""");
        var problems = new List<string>();
        var count = 0;
        foreach (var line in Commands())
        {
            var run = await CommandLineRun.OfAsync([.. Words(line, endpoint.Url)]);
            if (run.ExitCode != 0)
                problems.Add($"{line}\n  ended with {run.ExitCode}: {run.Error}{run.Output}");
            if (line.Contains("--output json", StringComparison.Ordinal))
                await File.WriteAllTextAsync(answer, run.Output);
            count++;
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.Equal(12, count);
    }

    [Fact]
    public async Task The_diagram_of_the_page_is_the_one_that_the_command_draws()
    {
        var run = await CommandLineRun.OfAsync("diagram", "ship_order", "--project", ComponentSources.Project);

        Assert.Contains($"```mermaid\n{run.Output}```", Page(), StringComparison.Ordinal);
    }

    private static string Page() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cli.md"));

    private static IEnumerable<string> Commands()
    {
        var page = Page();
        return Headings.SelectMany(heading => page[page.IndexOf(heading + "\n", StringComparison.Ordinal)..].Split("\n## ")[0].Split('\n'))
            .Where(static line => line.StartsWith("dotnet agnt5 ", StringComparison.Ordinal));
    }

    // The words that a shell makes of a line, with the address, the files and the project that the reader has.
    private List<string> Words(string line, string url)
    {
        List<string> words = [.. Word().Matches(line["dotnet agnt5 ".Length..]).Select(word => word.Value
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("@", $"@{_folder.FullName}/", StringComparison.Ordinal)
            .Replace("answer.json", Path.Combine(_folder.FullName, "answer.json"), StringComparison.Ordinal)
            .Replace("bin/Release/net10.0/Orders.dll", Assembly, StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8787", url, StringComparison.Ordinal)
            .Replace("https://orders.example.com", url, StringComparison.Ordinal))];
        if (words is ["manifest"] or ["manifest", "--diff", _])
            words.Insert(1, Assembly);
        // Starting a project is a test of its own (SmokeStartTests).
        if (words is ["smoke", "http"])
            words.Add(url);
        if (words[0] == "diagram")
            words = [.. words.Where(static word => word is not ("--project" or "../Orders")), "--project", ComponentSources.Project];
        return words;
    }

    [GeneratedRegex("""(?:[^\s']|'[^']*')+""")]
    private static partial Regex Word();
}
