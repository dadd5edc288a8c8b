using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>A model's provider on loopback: it answers each request with the next canned reply, byte for byte, and keeps what it was sent.</summary>
public sealed class CannedProvider : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Queue<CannedReply> _replies = new();
    private readonly List<CannedRequest> _requests = [];
    private readonly SemaphoreSlim _stalled = new(0);
    private readonly SemaphoreSlim _left = new(0);
    private readonly WebApplication _app;

    private CannedProvider(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<CannedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public static async Task<CannedProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new CannedProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        return provider;
    }

    public CannedProvider Replies(params CannedReply[] replies)
    {
        lock (_gate)
        {
            foreach (var reply in replies)
                _replies.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Waits until the provider keeps a client waiting.</summary>
    public async Task StallsAsync() => Assert.True(await _stalled.WaitAsync(Patience), "No client was kept waiting.");

    /// <summary>Waits until a client that was kept waiting has left.</summary>
    public async Task SeesClientLeaveAsync() => Assert.True(await _left.WaitAsync(Patience), "The client that was kept waiting has not left.");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _stalled.Dispose();
        _left.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        CannedReply? reply;
        lock (_gate)
        {
            _requests.Add(new CannedRequest(context.Request.Path, headers, body));
            _ = _replies.TryDequeue(out reply);
        }

        // 400 is tried again by nobody, so the test fails at once and shows what was missing.
        reply ??= new CannedReply { Status = 400, Pieces = ["""{"error":{"type":"invalid_request_error","message":"The test has no further reply."}}"""] };
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        foreach (var piece in reply.Pieces)
        {
            await context.Response.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        if (reply.Breaks)
            context.Abort();
        if (reply.Stalls)
            await StallAsync(context.RequestAborted);
    }

    private async Task StallAsync(CancellationToken left)
    {
        _stalled.Release();
        var leaving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = left.Register(leaving.SetResult);
        await leaving.Task;
        _left.Release();
    }
}
