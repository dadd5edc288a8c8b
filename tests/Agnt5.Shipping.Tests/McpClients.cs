using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>MCP clients that are not written in C#: the official TypeScript SDK, and the official conformance runner. Their versions are pinned in tests/mcp.</summary>
internal static partial class McpClients
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Runs the scenarios of the TypeScript client.</summary>
    public static async Task<(int ExitCode, string Output)> RunTypeScriptAsync(string url, bool hasSessions) =>
        await Command.RunAsync(await Installed.Value, "node", "client.mjs", url, hasSessions ? "with" : "without");

    /// <summary>Runs all scenarios of the conformance runner.</summary>
    /// <returns>The names of those that passed, and what the runner printed.</returns>
    public static async Task<(IReadOnlySet<string> Passed, string Log)> RunConformanceAsync(string url)
    {
        var folder = await Installed.Value;
        // It needs a newer Node than some systems have, so one comes with it.
        var node = Directory.GetDirectories(Path.Combine(folder, "node_modules"), "node-linux-*").Select(static package => Path.Combine(package, "bin", "node")).FirstOrDefault() ?? "node";
        var (_, log) = await Command.RunAsync(folder, node, "node_modules/@modelcontextprotocol/conformance/dist/index.js", "server", "--url", url, "--suite", "all");
        return (Verdict().Matches(log).Where(static match => match.Groups[2].Value == "0").Select(static match => match.Groups[1].Value).ToHashSet(), log);
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Repository.EmptyFolder("mcp-clients");
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "mcp")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Command.MustRunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return folder;
    }

    [GeneratedRegex("^\\S+ ([a-z0-9-]+): \\d+ passed, (\\d+) failed", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
