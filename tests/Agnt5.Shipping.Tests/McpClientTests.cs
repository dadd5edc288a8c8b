namespace Agnt5.Shipping.Tests;

/// <summary>Clients of others get along with the tools that are served over MCP, from an app as it is built and from a native binary.</summary>
public sealed class McpClientTests
{
    private static readonly string Server = Repository.PathOf("tests", "Agnt5.McpServer");

    /// <summary>The scenarios about what is served. Prompts, resources of an app's own, completion, sampling and questions of a tool's own are not.</summary>
    private static readonly string[] Served =
    [
        "dns-rebinding-protection", "logging-set-level", "ping", "resources-list", "server-initialize", "tools-call-error", "tools-call-simple-text", "tools-call-with-progress",
        "tools-list",
    ];

    [Theory]
    [InlineData("mcp", false)]
    [InlineData("sessions", true)]
    public async Task The_official_TypeScript_client_gets_along_with_an_app(string route, bool hasSessions)
    {
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Server, "dotnet", BuiltApp.In(Server));

        MustBeWell(await McpClients.RunTypeScriptAsync($"http://127.0.0.1:{endpoint.Port}/{route}", hasSessions), endpoint);
    }

    [Fact]
    public async Task The_official_TypeScript_client_gets_along_with_a_native_binary()
    {
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Server, await Shipment.NativeAppAsync(Server));

        MustBeWell(await McpClients.RunTypeScriptAsync($"http://127.0.0.1:{endpoint.Port}/mcp", hasSessions: false), endpoint);
        MustBeWell(await McpClients.RunTypeScriptAsync($"http://127.0.0.1:{endpoint.Port}/sessions", hasSessions: true), endpoint);
    }

    [Theory]
    [InlineData("mcp")]
    [InlineData("sessions", "server-sse-multiple-streams")]
    public async Task The_official_conformance_runner_passes_what_is_served(string route, params string[] more)
    {
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Server, "dotnet", BuiltApp.In(Server));

        var (passed, log) = await McpClients.RunConformanceAsync($"http://127.0.0.1:{endpoint.Port}/{route}");

        string[] missing = [.. Served.Concat(more).Except(passed)];
        Assert.True(missing.Length == 0, $"{string.Join(", ", missing)}:\n{log}");
    }

    private static void MustBeWell((int ExitCode, string Output) run, RunningEndpoint endpoint) => Assert.True(run.ExitCode == 0, $"{run.Output}\n{endpoint.Output}");
}
