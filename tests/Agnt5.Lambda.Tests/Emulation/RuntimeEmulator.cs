using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>The runtime API of AWS Lambda as its public specification has it, behind a real Kestrel: events go out one at a time, and each takes one answer.</summary>
internal sealed class RuntimeEmulator : IAsyncDisposable
{
    // AWS takes a little more than 6 MiB.
    private const int MostBytes = (6 * 1024 * 1024) + 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<PlayedEvent> _waiting = Channel.CreateUnbounded<PlayedEvent>();
    private readonly ConcurrentDictionary<string, PlayedEvent> _sent = [];
    private readonly TaskCompletionSource<FunctionFailure> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;
    private int _asked;

    private RuntimeEmulator(WebApplication app) => _app = app;

    /// <summary>Host and port, for <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    /// <summary>How often the function has asked for an event.</summary>
    public int Asked => _asked;

    /// <summary>What the function did that no runtime may do.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    public static async Task<RuntimeEmulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var emulator = new RuntimeEmulator(builder.Build());
        emulator.Map();
        await emulator._app.StartAsync();
        return emulator;
    }

    /// <summary>Sends an event to the function, and waits for what the function makes of it.</summary>
    public Task<FunctionAnswer> InvokeAsync(string json, DateTimeOffset? deadline = null, string? trace = null) => InvokeAsync(Encoding.UTF8.GetBytes(json), deadline, trace);

    public async Task<FunctionAnswer> InvokeAsync(byte[] json, DateTimeOffset? deadline = null, string? trace = null)
    {
        var played = new PlayedEvent(Guid.NewGuid().ToString(), json, deadline ?? DateTimeOffset.UtcNow.AddMinutes(1), trace);
        await _waiting.Writer.WriteAsync(played);
        return await played.Answered.Task.WaitAsync(Patience);
    }

    /// <summary>Waits until the function has said that it cannot start.</summary>
    public Task<FunctionFailure> InitErrorAsync() => _initError.Task.WaitAsync(Patience);

    public async Task WhenAskedAsync(int times)
    {
        while (Asked < times)
            await Task.Delay(5);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        const string runtime = "/2018-06-01/runtime";
        _app.MapMethods($"{runtime}/invocation/next", ["GET"], NextAsync);
        _app.MapMethods($"{runtime}/invocation/{{id}}/response", ["POST"], RespondAsync);
        _app.MapMethods($"{runtime}/invocation/{{id}}/error", ["POST"], FailAsync);
        _app.MapMethods($"{runtime}/init/error", ["POST"], async context =>
        {
            _initError.TrySetResult(await FunctionFailure.ReadAsync(context.Request));
            context.Response.StatusCode = (int)HttpStatusCode.Accepted;
        });
    }

    private async Task NextAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        if (_sent.Values.Any(static sent => !sent.Answered.Task.IsCompleted))
            Violations.Enqueue("The function asked for an event before it had answered the last one.");
        var played = await _waiting.Reader.ReadAsync(context.RequestAborted);
        _sent[played.Id] = played;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = played.Id;
        headers["Lambda-Runtime-Deadline-Ms"] = played.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-central-1:123456789012:function:hello";
        if (played.Trace is not null)
            headers["Lambda-Runtime-Trace-Id"] = played.Trace;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(played.Json);
    }

    private async Task RespondAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } played)
            return;
        var answer = await FunctionAnswer.ReadAsync(context.Request);
        if (answer.Payload.Length > MostBytes && !answer.IsStreamed)
        {
            context.Response.StatusCode = (int)HttpStatusCode.RequestEntityTooLarge;
            return;
        }

        Accept(context, played, answer);
    }

    private async Task FailAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } played)
            Accept(context, played, new FunctionAnswer([], IsStreamed: false, ContentType: null, await FunctionFailure.ReadAsync(context.Request)));
    }

    private static void Accept(HttpContext context, PlayedEvent played, FunctionAnswer answer)
    {
        context.Response.StatusCode = (int)HttpStatusCode.Accepted;
        played.Answered.TrySetResult(answer);
    }

    private async Task<PlayedEvent?> FindAsync(HttpContext context)
    {
        if (_sent.TryGetValue((string)context.Request.RouteValues["id"]!, out var played) && !played.Answered.Task.IsCompleted)
            return played;
        Violations.Enqueue("The function answered an event that is answered, or that there is not.");
        context.Response.StatusCode = (int)HttpStatusCode.BadRequest;
        await context.Response.WriteAsync("""{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
        return null;
    }

    private sealed record PlayedEvent(string Id, byte[] Json, DateTimeOffset Deadline, string? Trace)
    {
        public TaskCompletionSource<FunctionAnswer> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
