using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>A request that an object store saw.</summary>
public sealed record StoreRequest(string Method, string Path, string? ContentType, long? ContentLength);

/// <summary>An object store on a loopback port that a test programs.</summary>
public sealed class StoreStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<StoreRequest> _requests = new();

    private StoreStub(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(context =>
        {
            var request = context.Request;
            _requests.Enqueue(new StoreRequest(request.Method, request.Path + request.QueryString, request.ContentType, request.ContentLength));
            return answer(context);
        });
    }

    public IReadOnlyCollection<StoreRequest> Requests => _requests;

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<StoreStub> StartAsync(RequestDelegate answer)
    {
        var store = new StoreStub(answer);
        await store._app.StartAsync();
        return store;
    }

    /// <summary>A store whose every object is <paramref name="content"/>.</summary>
    public static Task<StoreStub> ServingAsync(byte[] content) => StartAsync(async context =>
    {
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    });

    /// <summary>A store that accepts uploads, and reports what it got.</summary>
    public static async Task<(StoreStub Store, Func<byte[]?> Stored)> TakingAsync(int status = 200)
    {
        byte[]? stored = null;
        var store = await StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            stored = body.ToArray();
            context.Response.StatusCode = status;
        });
        return (store, () => stored);
    }

    /// <summary>A store that never answers, and reports when a request began and when its sender gave up.</summary>
    public static async Task<(StoreStub Store, Task Began, Task Ended)> HangingAsync()
    {
        var (began, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var store = await StartAsync(async context =>
        {
            began.SetResult();
            using var registration = context.RequestAborted.Register(ended.SetResult);
            await ended.Task;
        });
        return (store, began.Task, ended.Task);
    }

    public string Url(string path = "/object.json?sig=s3cr3t", string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
