using System.Collections.Concurrent;
using System.Diagnostics;

namespace Agnt5.Tests.Shared;

/// <summary>A server in a process of its own, on a port of loopback that the variable <c>PORT</c> tells it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(ProcessStartInfo start, int port)
    {
        Port = port;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>Sends requests to the server.</summary>
    public HttpClient Client { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>What it has printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="start">The command, with its output redirected.</param>
    /// <param name="ask">The request that it answers then.</param>
    /// <param name="patience">How long it may take.</param>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, Func<HttpClient, Task> ask, TimeSpan patience)
    {
        var port = FreePort.Find();
        start.Environment["PORT"] = $"{port}";
        var server = new ServerProcess(start, port);
        try
        {
            await server.WaitUntilItAnswersAsync(ask, patience);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Client.Dispose();
    }

    private async Task WaitUntilItAnswersAsync(Func<HttpClient, Task> ask, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ask(Client);
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < patience && !HasEnded)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException exception)
            {
                Assert.Fail($"The server does not answer ({exception.Message}):\n{Output}");
            }
        }
    }
}
