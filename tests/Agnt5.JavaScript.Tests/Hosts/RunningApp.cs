using System.Security.Cryptography;
using System.Text;
using Agnt5.Tests.Shared;

namespace Agnt5.JavaScript.Tests.Hosts;

/// <summary>An app in a process of its own, which has an endpoint mounted.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private const string Secret = "a secret of the tests, longer than sixteen bytes";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ServerProcess _server;
    private readonly string _prefix;

    private RunningApp(ServerProcess server, string prefix) => (_server, _prefix) = (server, prefix);

    /// <summary>Where it listens.</summary>
    public Uri Address => _server.Client.BaseAddress!;

    /// <summary>What the app has printed.</summary>
    public string Output => _server.Output;

    /// <summary>Starts an app and waits until it listens.</summary>
    /// <param name="folder">The app's folder.</param>
    /// <param name="command">The command that starts it.</param>
    /// <param name="prefix">Where the endpoint is mounted.</param>
    public static async Task<RunningApp> StartAsync(string folder, string command, string prefix)
    {
        var start = Command.Describe(folder, "sh", "-c", $"exec {command}");
        start.Environment["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret;
        start.Environment["NEXT_TELEMETRY_DISABLED"] = "1";
        return new RunningApp(await ServerProcess.StartAsync(start, static client => client.GetAsync("/"), Patience), prefix);
    }

    /// <summary>Asks for a path of the app.</summary>
    /// <returns>The status, and the body.</returns>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await _server.Client.GetAsync(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asks for the manifest.</summary>
    /// <returns>The status, and the body.</returns>
    public Task<(int Status, string Body)> GetManifestAsync() => GetAsync(_prefix + "/.well-known/agnt5");

    /// <summary>Invokes the function <c>greet</c>.</summary>
    /// <param name="isSigned">Whether the request carries a signature.</param>
    /// <returns>The status, and the body.</returns>
    public async Task<(int Status, string Body)> GreetAsync(bool isSigned = true)
    {
        var body = Encoding.UTF8.GetBytes("""{ "run_id": "run-1", "component_type": "function", "component_name": "greet", "input": { "name": "Zoë" } }""");
        using var request = new HttpRequestMessage(HttpMethod.Post, _prefix + "/agnt5/invoke") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (isSigned)
            Sign(request, body);
        using var response = await _server.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Sign(HttpRequestMessage request, byte[] body)
    {
        var time = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}.run-1:0."), .. body];
        request.Headers.Add("X-AGNT5-Signature-Version", "workerless-hmac-sha256.v1");
        request.Headers.Add("X-AGNT5-Timestamp", time);
        request.Headers.Add("X-AGNT5-Attempt-ID", "run-1:0");
        request.Headers.Add("X-AGNT5-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}");
    }
}
