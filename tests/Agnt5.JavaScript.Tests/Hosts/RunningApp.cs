using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.JavaScript.Tests.Hosts;

/// <summary>An app in a process of its own, which has an endpoint mounted.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private const string Secret = "a secret of the tests, longer than sixteen bytes";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly Process _process;
    private readonly string _prefix;
    private readonly ConcurrentQueue<string> _lines = new();

    private RunningApp(ProcessStartInfo start, int port, string prefix)
    {
        _prefix = prefix;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>What the app has printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts an app and waits until it listens.</summary>
    /// <param name="folder">The app's folder.</param>
    /// <param name="command">The command that starts it.</param>
    /// <param name="prefix">Where the endpoint is mounted.</param>
    public static async Task<RunningApp> StartAsync(string folder, string command, string prefix)
    {
        var port = FreePort();
        var start = Command.Describe(folder, "sh", "-c", $"exec {command}");
        start.Environment["PORT"] = $"{port}";
        start.Environment["AGNT5_SERVERLESS_SIGNING_SECRET"] = Secret;
        start.Environment["NEXT_TELEMETRY_DISABLED"] = "1";
        var app = new RunningApp(start, port, prefix);
        await app.WaitUntilItListensAsync();
        return app;
    }

    /// <summary>Asks for a path of the app.</summary>
    /// <returns>The status, and the body.</returns>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path);
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
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private static void Sign(HttpRequestMessage request, byte[] body)
    {
        var time = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}.run-1:0."), .. body];
        request.Headers.Add("X-AGNT5-Signature-Version", "workerless-hmac-sha256.v1");
        request.Headers.Add("X-AGNT5-Timestamp", time);
        request.Headers.Add("X-AGNT5-Attempt-ID", "run-1:0");
        request.Headers.Add("X-AGNT5-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}");
    }

    private async Task WaitUntilItListensAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await GetAsync("/");
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience && !_process.HasExited)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException exception)
            {
                Assert.Fail($"The app does not answer ({exception.Message}):\n{Output}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
