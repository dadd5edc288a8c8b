using System.Net;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>The components of this project behind a real Kestrel on a loopback port.</summary>
public sealed class TestEndpoint : IAsyncDisposable
{
    public const string Secret = "test-secret-of-this-project";

    private readonly WebApplication _app;

    private TestEndpoint(WebApplication app, RecordedLog log)
    {
        _app = app;
        Log = log;
        var url = app.Urls.Single();
        Client = new HttpClient { BaseAddress = new Uri(url) };
        Address = IPEndPoint.Parse(url["http://".Length..]);
    }

    public HttpClient Client { get; }

    public IPEndPoint Address { get; }

    public RecordedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an endpoint that knows <see cref="Secret"/>, unless the options say otherwise.</summary>
    public static Task<TestEndpoint> StartAsync(Action<ServerlessOptions>? options = null, params string[] args) =>
        StartAsync(builder => builder.Services.Configure(options ?? (static _ => { })), args);

    public static async Task<TestEndpoint> StartAsync(Action<WebApplicationBuilder> configure, params string[] args)
    {
        var log = new RecordedLog();
        var app = ServerlessHost.Build([.. args, "--port", "0", "--host", "127.0.0.1", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.Configure<ServerlessOptions>(static options => options.SigningSecret = Secret);
            builder.Services.AddSingleton<Ledger>().AddScoped<ScopedNote>().AddKeyedSingleton("stamp", "PAID").AddSingleton<StepCounter>().AddTransient<BuiltOnTheMissing>();
            configure(builder);
        });
        await app.StartAsync();
        return new TestEndpoint(app, log);
    }

    /// <summary>Sends a signed invoke and reads the answer.</summary>
    public async Task<Answer> InvokeAsync(string body, Action<SignedInvoke>? change = null)
    {
        var invoke = new SignedInvoke(body, Secret);
        change?.Invoke(invoke);
        using var response = await Client.SendAsync(invoke.ToRequest());
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends a signed invoke and hangs up once the component has logged a line.</summary>
    public async Task InvokeAndHangUpAsync(string body, string line)
    {
        var headers = string.Concat(new SignedInvoke(body, Secret).Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        using var socket = await RawHttp.ConnectAsync(Address);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}"));
        await Log.WaitForAsync(line);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
