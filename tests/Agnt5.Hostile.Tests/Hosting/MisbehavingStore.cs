using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>An object store on a loopback port that misbehaves in a different way for each path.</summary>
internal sealed class MisbehavingStore : IAsyncDisposable
{
    /// <summary>A part of every URL that must not appear anywhere else.</summary>
    public const string UrlSecret = "sig-that-is-a-secret";

    /// <summary>A host that does not even accept the connection.</summary>
    public const string Deaf = "deaf";

    public static readonly string[] Paths = ["ok", "ok", "ok", "short", "long", "break", "refuse", "redirect", "hang", "drip", "endless", "empty", "odd", Deaf];

    private readonly WebApplication _app;
    private readonly DeafHost _deaf = new();

    private MisbehavingStore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The document of <c>ok</c>: an input that fits most components.</summary>
    public byte[] Content { get; } = """{"name":"Ada","word":"abc","title":"t","size":3,"failures":0,"interval":1,"stops":["a"],"luggage":{}}"""u8.ToArray();

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async Task<MisbehavingStore> StartAsync()
    {
        var store = new MisbehavingStore();
        await store._app.StartAsync();
        return store;
    }

    public string Url(string path) => path == Deaf ? $"http://127.0.0.1:{_deaf.Port}/?sig={UrlSecret}" : $"{_app.Urls.Single()}/{path}?sig={UrlSecret}";

    public ValueTask DisposeAsync()
    {
        _deaf.Dispose();
        return _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        try
        {
            switch (context.Request.Path.Value)
            {
                case "/ok":
                    await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                    await response.Body.WriteAsync(Content, context.RequestAborted);
                    break;
                case "/short":
                    await response.Body.WriteAsync(Content.AsMemory(..^1), context.RequestAborted);
                    break;
                case "/long":
                    await response.Body.WriteAsync(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(Content)} "), context.RequestAborted);
                    break;
                case "/break":
                    response.ContentLength = Content.Length;
                    await response.Body.WriteAsync(Content.AsMemory(..5), context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    context.Abort();
                    break;
                case "/refuse":
                    response.StatusCode = 403;
                    await response.WriteAsync("<Error>AccessDenied</Error>", context.RequestAborted);
                    break;
                case "/redirect":
                    response.Redirect(Url("ok"));
                    break;
                case "/hang":
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case "/drip":
                    await DripAsync(context);
                    break;
                case "/endless":
                    await GoOnAsync(context);
                    break;
                case "/odd":
                    response.StatusCode = 299;
                    response.ContentType = "text/html";
                    response.Headers.ContentEncoding = "gzip";
                    await response.Body.WriteAsync(Content, context.RequestAborted);
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // The endpoint has given up, as it should.
        }
    }

    private async Task DripAsync(HttpContext context)
    {
        foreach (var piece in Content)
        {
            await context.Response.Body.WriteAsync(new[] { piece }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(20, context.RequestAborted);
        }
    }

    private static async Task GoOnAsync(HttpContext context)
    {
        var spaces = new byte[16 * 1024];
        Array.Fill(spaces, (byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
    }
}
