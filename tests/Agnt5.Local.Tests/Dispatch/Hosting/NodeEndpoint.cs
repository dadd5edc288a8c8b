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

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="release">What it calls itself.</param>
    public static async Task<NodeEndpoint> StartAsync(int port = 0, string release = "1")
    {
        var script = Path.Combine(RepositoryRoot.Folder, "tests", "javascript", "other", "endpoint.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, $"{port}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret, ["LETTERS_RELEASE"] = release },
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line?.StartsWith(Greeting, StringComparison.Ordinal) == true
            ? new NodeEndpoint(process, new Uri(line[Greeting.Length..]))
            : throw new InvalidOperationException($"Node.js did not start {script}: {line}");
    }

    public HttpConnection Connect(EndpointClient client) =>
        new(client, new HttpConnectionSettings { Url = Url, Secret = Secret, RequestTimeoutMs = 30_000 }, TimeProvider.System);

    /// <summary>The next line that it prints.</summary>
    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Kills it where it stands.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
