using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Agnt5.Shipping.Tests;

/// <summary>An endpoint in a separate process.</summary>
internal sealed class RunningEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private RunningEndpoint(ProcessStartInfo start, int port)
    {
        Port = port;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Output => string.Join('\n', _lines);

    public static Task<RunningEndpoint> StartAsync(string environment, string folder, string file, params string[] arguments) =>
        StartAsync(environment, new Dictionary<string, string>(), folder, file, arguments);

    /// <param name="settings">Further variables of the environment.</param>
    public static async Task<RunningEndpoint> StartAsync(string environment, IReadOnlyDictionary<string, string> settings, string folder, string file, params string[] arguments)
    {
        var port = FreePort();
        var start = Command.Describe(folder, file, arguments);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["PORT"] = $"{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var endpoint = new RunningEndpoint(start, port);
        await endpoint.WaitUntilItAnswersAsync();
        return endpoint;
    }

    /// <summary>The commands that the endpoint printed for its developer.</summary>
    /// <param name="beginning">The first line begins with this.</param>
    /// <param name="end">The last line holds this.</param>
    public async Task<string> PrintedCommandsAsync(string beginning = "SECRET=", string end = "--data-binary")
    {
        // The endpoint prints them after it has begun to listen, and they come through a pipe.
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(end, StringComparison.Ordinal) && waited.Elapsed < Patience && !_process.HasExited)
            await Task.Delay(50);

        string[] lines = [.. _lines];
        var first = Array.FindIndex(lines, line => line.TrimStart().StartsWith(beginning, StringComparison.Ordinal));
        var last = Array.FindIndex(lines, line => line.Contains(end, StringComparison.Ordinal));
        Assert.True(first >= 0 && last > first, $"No commands were printed:\n{Output}");
        return string.Join('\n', lines[first..(last + 1)]);
    }

    public async Task<string> GetManifestAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync($"http://127.0.0.1:{Port}/.well-known/agnt5");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilItAnswersAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await GetManifestAsync();
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience && !_process.HasExited)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException exception)
            {
                Assert.Fail($"The endpoint does not answer ({exception.Message}):\n{Output}");
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
