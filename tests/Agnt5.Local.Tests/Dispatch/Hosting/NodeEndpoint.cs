using System.Diagnostics;
using Agnt5.Local.Dispatch;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Dispatch.Hosting;

/// <summary>An endpoint in another language: tests/javascript/other/endpoint.mjs in Node.js.</summary>
internal sealed class NodeEndpoint : IDisposable
{
    public const string Secret = "secret-of-the-node-endpoint";

    private const string Greeting = "listening on ";

    private readonly Process _process;

    private NodeEndpoint(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    public static async Task<NodeEndpoint> StartAsync()
    {
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "javascript", "other", "endpoint.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardOutput = true, Environment = { ["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret } })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line?.StartsWith(Greeting, StringComparison.Ordinal) == true
            ? new NodeEndpoint(process, new Uri(line[Greeting.Length..]))
            : throw new InvalidOperationException($"Node.js did not start {script}: {line}");
    }

    public HttpConnection Connect(EndpointClient client) =>
        new(client, new HttpConnectionSettings { Url = Url, Secret = Secret, RequestTimeoutMs = 30_000 }, TimeProvider.System);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
