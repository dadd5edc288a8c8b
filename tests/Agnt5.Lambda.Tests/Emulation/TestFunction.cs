using System.Text;
using Agnt5.ConformanceServer;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Lambda.Hosting;
using Agnt5.Lambda.Logging;
using Agnt5.Lambda.Runtime;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>The real host in this process, with the emulator in AWS's place.</summary>
internal sealed class TestFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RuntimeApi _api;
    private readonly MemoryStream _log;
    private readonly Task<int> _running;

    private TestFunction(RuntimeEmulator aws, RuntimeApi api, MemoryStream log, Func<CancellationToken, Task<int>> run)
    {
        (Aws, _api, _log) = (aws, api, log);
        _running = run(_stop.Token);
    }

    public RuntimeEmulator Aws { get; }

    /// <summary>What the function has logged, while it handles nothing.</summary>
    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public static async Task<TestFunction> StartAsync(Action<LambdaHostBuilder>? configure = null, Func<string, string?>? variables = null)
    {
        var aws = await RuntimeEmulator.StartAsync();
        var api = new RuntimeApi(aws.Address);
        var output = new MemoryStream();
        var log = LambdaLog.Of(variables ?? (static _ => null), output, TimeProvider.System);
        return new TestFunction(aws, api, output, stop => LambdaFunction.RunAsync(api, log, Agnt5Components.Catalog, builder =>
        {
            builder.Options.SigningSecret = PlayedRequest.Secret;
            builder.Services.AddSingleton<IChatClient, RepeatingModel>();
            configure?.Invoke(builder);
        }, stop));
    }

    /// <summary>Sends a request through an event of this shape.</summary>
    public async Task<PlayedHttp> SendAsync(PlayedRequest request, string shape = EventShape.FunctionUrl, DateTimeOffset? deadline = null, bool? isBase64 = null) =>
        (await Aws.InvokeAsync(EventShape.Wrap(shape, request, isBase64), deadline)).ToHttp();

    /// <summary>Sends a signed invoke.</summary>
    public async Task<Answer> InvokeAsync(string body, string shape = EventShape.FunctionUrl, DateTimeOffset? deadline = null)
    {
        var http = await SendAsync(PlayedRequest.Invoke(body), shape, deadline);
        Assert.Equal("application/json; charset=utf-8", http.Headers["content-type"]);
        return new Answer(http.Status, http.Text);
    }

    /// <summary>What AWS does with a process that it needs no more.</summary>
    public Task SignalStopAsync() => _stop.CancelAsync();

    /// <summary>Waits for the end of the function.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> EndAsync() => _running.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await EndAsync();
        _api.Dispose();
        await Aws.DisposeAsync();
        _stop.Dispose();
        Assert.Empty(Aws.Violations);
    }
}
