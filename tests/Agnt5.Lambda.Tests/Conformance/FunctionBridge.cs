using Agnt5.Lambda.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Tests.Conformance;

/// <summary>Serves HTTP as AWS does in front of a function: each request becomes an event of one shape, and the function's answer an answer of HTTP's.</summary>
internal sealed class FunctionBridge : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestFunction _function;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly string _shape;

    private FunctionBridge(WebApplication app, TestFunction function, string shape) => (_app, _function, _shape) = (app, function, shape);

    public static async Task<FunctionBridge> StartAsync(int port, string shape, Action<LambdaHostBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            // A target in absolute form may name another host.
            kestrel.AllowHostHeaderOverride = true;
        });
        var bridge = new FunctionBridge(builder.Build(), await TestFunction.StartAsync(configure), shape);
        bridge._app.Run(bridge.AnswerAsync);
        await bridge._app.StartAsync();
        return bridge;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _function.DisposeAsync();
        _one.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.SelectMany(static header => header.Value.Select(value => KeyValuePair.Create(header.Key, value!))).ToList();
        // AWS passes on the path as it stands in the request line, without the authority of a target in absolute form.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var path = target.StartsWith('/') ? target : $"/{target.Split('/', 4).ElementAtOrDefault(3)}";
        // A function has one event at a time. For more, AWS starts more of them.
        await _one.WaitAsync();
        try
        {
            var answer = await _function.SendAsync(new PlayedRequest(context.Request.Method, path, headers, body.ToArray()), _shape);
            context.Response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                context.Response.Headers[name] = value;
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body);
        }
        finally
        {
            _one.Release();
        }
    }
}
