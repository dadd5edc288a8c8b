using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Cli.Tests.Harness;

/// <summary>A server that answers each request as a test wants, and counts them.</summary>
internal sealed class HostileEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private HostileEndpoint(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public int Requests => _requests;

    public static async Task<HostileEndpoint> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new HostileEndpoint(app);
        app.Run(context =>
        {
            Interlocked.Increment(ref endpoint._requests);
            return answer(context);
        });
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>A server that answers everything with one text of JSON.</summary>
    public static Task<HostileEndpoint> StartAsync(string json) => StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
