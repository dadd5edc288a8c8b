using System.Diagnostics;
using Agnt5.Local.Tests.Gateway;
using Agnt5.Local.Tests.Gateway.Harness;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Conformance;

/// <summary>The conformance server as the process that it is, under a local AGNT5 that keeps its state in memory, and under one that keeps it in SQLite.</summary>
public sealed class ConformanceHosts : IAsyncLifetime
{
    public const string Memory = "memory";
    public const string Sqlite = "SQLite";

    private const string Secret = "secret-of-the-conformance-server";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-conformance");
    private readonly Dictionary<string, PlayedGateway> _gateways = [];
    private ServerProcess? _server;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [FindProgram()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret },
        };
        _server = await ServerProcess.StartAsync(start, static client => client.GetAsync("/.well-known/agnt5"), TimeSpan.FromMinutes(2));
        foreach (var host in (string[])[Memory, Sqlite])
            await StartAsync(host);
    }

    internal PlayedGateway Of(string host) => _gateways[host];

    /// <summary>Stops AGNT5, and starts it anew with what is in its file.</summary>
    internal async Task RestartAsync(string host)
    {
        await _gateways[host].DisposeAsync();
        _gateways[host] = await StartGatewayAsync(host);
    }

    public async Task DisposeAsync()
    {
        foreach (var gateway in _gateways.Values)
            await gateway.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync(string host)
    {
        var gateway = _gateways[host] = await StartGatewayAsync(host);
        var release = $$"""{"url":"http://127.0.0.1:{{_server!.Port}}","immutable_ref":"1","signing_secret":"{{Secret}}"}""";
        var (_, deployment) = await gateway.PostAsync("/v1/deployments/sync", release);
        Assert.Equal("conformance", deployment.Text("service_name"));
    }

    private Task<PlayedGateway> StartGatewayAsync(string host) => PlayedGateway.StartAsync(
        clock: PlayedGateway.ClockOfNow(), local: host == Sqlite ? options => options.Database = Path.Combine(_folder.FullName, "agnt5.db") : null);

    private static string FindProgram()
    {
        // bin/{configuration}/{framework} of the tests, and the same of the program.
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(RepositoryRoot.Folder, "tests", "Agnt5.ConformanceServer", "bin", build.Parent!.Name, build.Name, "Agnt5.ConformanceServer.dll");
    }
}
