using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>A newcomer's first minute: the sample, the commands, and a workflow that asks, sleeps for an hour and ends.</summary>
[Collection(QuickStartCollection.Name)]
public sealed partial class FirstMinuteTests
{
    private static readonly string Sample = Repository.PathOf("samples", "QuickStart");

    [Fact]
    public async Task The_printed_commands_take_ship_order_past_its_question_and_its_hour_to_its_end()
    {
        await using var endpoint = await StartAsync();

        var commands = CommandsIn(await endpoint.PrintedCommandsAsync("KEY=", "skip_sleep"), "KEY=", "curl ");

        Assert.Equal(3, commands.Length);
        AssertShipped(await Command.MustRunAsync(Repository.Root, "bash", "-euo", "pipefail", "-c", string.Join('\n', commands)));
        // The banner is a log, and no key is for logs.
        Assert.DoesNotContain("agnt5_sk_", endpoint.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_for_PowerShell_do_the_same()
    {
        await using var endpoint = await StartAsync(("PSModulePath", "/modules"));

        var commands = CommandsIn(await endpoint.PrintedCommandsAsync("$key =", "skip_sleep"), "$key =", "(Invoke-WebRequest ");

        Assert.Equal(3, commands.Length);
        AssertShipped(await PowerShell.MustRunAsync(Repository.Root, string.Join('\n', commands)));
    }

    [Fact]
    public async Task The_README_s_first_minute_sees_what_it_shows()
    {
        await Shipment.IsCompiledAsync(Sample);
        await using var endpoint = await RunningEndpoint.StartAsync("Development", Repository.Root, "dotnet", "run", "--project", Sample);
        var section = TryIt().Match((await File.ReadAllTextAsync(Repository.PathOf("README.md"))).ReplaceLineEndings("\n")).Value;
        var blocks = Block().Matches(section).Select(static block => block.Groups["text"].Value).Where(static text => text.Contains("curl", StringComparison.Ordinal)).ToArray();
        var script = string.Concat(blocks.Select(static block => $"{block}echo\n")).Replace("127.0.0.1:8787", $"127.0.0.1:{endpoint.Port}", StringComparison.Ordinal);

        Assert.Equal(2, blocks.Length);
        AssertShipped(await Command.MustRunAsync(Repository.Root, "bash", "-euo", "pipefail", "-c", script));
    }

    [Fact]
    public async Task Only_Development_has_it()
    {
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Sample, "dotnet", BuiltApp.In(Sample));
        using var client = new HttpClient();

        using var answer = await client.PostAsync($"http://127.0.0.1:{endpoint.Port}/v1/workflows/ship_order/run", new StringContent("{}"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("AGNT5 workerless route not found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<RunningEndpoint> StartAsync(params (string Name, string Value)[] settings) => RunningEndpoint.StartAsync(
        "Development", settings.ToDictionary(static setting => setting.Name, static setting => setting.Value), Sample, "dotnet", BuiltApp.In(Sample));

    /// <summary>The lines that a person copies. What stands between them is read.</summary>
    private static string[] CommandsIn(string printed, params string[] beginnings) =>
        [.. printed.Split('\n').Select(static line => line.Trim()).Where(line => beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)))];

    private static void AssertShipped(string printed)
    {
        var answers = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(2, answers.Length);
        Assert.Equal(("paused", "Ship order o-1?"), (answers[0]["status"]!.GetValue<string>(), answers[0]["pause"]!["question"]!.GetValue<string>()));
        Assert.Equal(("completed", "shipped"), (answers[1]["status"]!.GetValue<string>(), answers[1]["output"]!["status"]!.GetValue<string>()));
        Assert.Equal(answers[0]["run_id"]!.GetValue<string>(), answers[1]["run_id"]!.GetValue<string>());
    }

    [GeneratedRegex("^## Try it\n.*?(?=^## )", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex TryIt();

    [GeneratedRegex("^```sh\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
