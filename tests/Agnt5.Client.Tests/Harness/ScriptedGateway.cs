using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Agnt5.Client.Tests.Harness;

/// <summary>A gateway on a real port. Each path has a list of answers: a call takes the next, and the last one stays.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> _answers = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private ScriptedGateway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>The calls so far.</summary>
    public ConcurrentQueue<RecordedCall> Calls { get; } = new();

    public static async Task<ScriptedGateway> StartAsync()
    {
        var gateway = new ScriptedGateway();
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>Adds an answer to a call such as <c>GET /v1/runs/r-1</c>.</summary>
    public ScriptedGateway On(string call, RequestDelegate answer)
    {
        _answers.GetOrAdd(call, static _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>Adds an answer in JSON.</summary>
    public ScriptedGateway On(string call, string json, int status = 200) => On(call, Answer.Json(json, status));

    /// <summary>The bodies of the calls of a path.</summary>
    public IEnumerable<JsonElement> BodiesOf(string call) => Calls.Where(made => made.Name == call).Select(static made => JsonDocument.Parse(made.Body).RootElement);

    public RecordedCall Single(string call) => Xunit.Assert.Single(Calls, made => made.Name == call);

    public int Count(string call) => Calls.Count(made => made.Name == call);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var name = $"{context.Request.Method} {context.Request.Path}";
        var headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Calls.Enqueue(new(name, context.Request.QueryString.Value ?? "", headers, await reader.ReadToEndAsync()));
        if (!_answers.TryGetValue(name, out var answers) || !(answers.Count > 1 ? answers.TryDequeue(out var answer) : answers.TryPeek(out answer)))
            answer = Answer.Json($$"""{"error":"no answer is scripted for {{name}}"}""", 404);
        await answer(context);
    }
}
