using System.Diagnostics;
using System.Text.RegularExpressions;
using Agnt5.Local.Tests.Dispatch.Hosting;
using Agnt5.Local.Tests.Gateway.Harness;
using Agnt5.Tests.Shared;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Tests.Gateway;

/// <summary>A reader who types what docs/local.md shows gets what it says.</summary>
public sealed partial class LocalPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", "local.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Each_command_of_the_page_does_what_it_says()
    {
        await using var gateway = await PlayedGateway.StartAsync(clock: PlayedGateway.ClockOfNow());
        using var service = await NodeEndpoint.StartAsync();
        // The commands that make the project are the package's to test.
        var commands = string.Concat(Commands().Matches(Page).Select(static block => block.Groups["text"].Value).Where(static text => !text.StartsWith("dotnet ", StringComparison.Ordinal)))
            .Replace("http://127.0.0.1:8787", service.Url.OriginalString, StringComparison.Ordinal);

        var printed = await RunAsync(gateway, commands);

        string[] expected =
        [
            "\"status\":\"paused\"", "event: workflow.paused", "event: run.completed", "{\"done\": true}", "\"output\":\"shipped\"",
            "\"batch_id\":", "\"event_name\":\"order.created\"", "\"url\":\"/v1/events/github/shop\"", "\"event_name\":\"github.issues.opened\"", "\"service_name\":\"letters\"",
        ];
        Assert.All(expected, text => Assert.True(printed.Contains(text, StringComparison.Ordinal), $"{text} is missing in\n{printed}"));
        Assert.DoesNotContain("\"error\"", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_lists_the_routes_that_the_gateway_has()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var listed = Rows().Matches(Page).SelectMany(static row => RoutesOf(row.Groups["routes"].Value)).ToHashSet();

        Assert.Equal(gateway.Routes.Where(static route => !route.Contains("**", StringComparison.Ordinal)).Select(Unnamed).Distinct().Order(), listed.Select(Unnamed).Distinct().Order());
    }

    private static async Task<string> RunAsync(PlayedGateway gateway, string commands)
    {
        var start = new ProcessStartInfo("bash", ["-uo", "pipefail", "-c", commands])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["AGNT5_GATEWAY_URL"] = gateway.Address.OriginalString.TrimEnd('/'),
                ["AGNT5_API_KEY"] = PlayedGateway.Key,
                ["AGNT5_SERVERLESS_SIGNING_SECRET"] = NodeEndpoint.Secret,
            },
        };
        using var shell = Process.Start(start)!;
        return await shell.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The routes of one row: methods, paths, and ends of paths that stand for the last part of the one before.</summary>
    private static IEnumerable<string> RoutesOf(string row)
    {
        List<string> methods = [];
        List<string> paths = [];
        foreach (Match code in Code().Matches(row))
        {
            var parts = code.Groups["text"].Value.Split('?')[0].Split(' ');
            if (parts[0].StartsWith('/'))
                paths.Add(parts[0].StartsWith("/v1", StringComparison.Ordinal) ? parts[0] : paths[^1][..paths[^1].LastIndexOf('/')] + parts[0]);
            else
                methods.Add(parts[0]);
            if (parts.Length > 1)
                paths.Add(parts[1]);
        }

        return
            from method in methods
            from path in paths
            from kind in path.Contains(',', StringComparison.Ordinal) ? (string[])["functions", "workflows", "agents", "tools"] : ["-"]
            select $"{method} {path.Replace("{functions,workflows,agents,tools}", kind, StringComparison.Ordinal)}";
    }

    private static string Unnamed(string route) => Parameter().Replace(route, "{}");

    [GeneratedRegex("^```sh\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^\| (?<routes>`(POST|GET|DELETE)[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
