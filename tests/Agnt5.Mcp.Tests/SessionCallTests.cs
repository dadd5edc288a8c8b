using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests;

/// <summary>Calls in a session stop when nobody waits for them any more, whatever happened before.</summary>
public sealed class SessionCallTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTime _time = new();
    private readonly KeptLog _log = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_a_person_approved_can_be_taken_back_although_the_question_had_the_id_of_the_call(bool takesBack)
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        using var call = await OpenAsync(app, session, 1, "wait_once_approved");
        await PostAsync(app, session, $$$$"""{"jsonrpc":"2.0","id":{{{{call.Question["id"]!.ToJsonString()}}}},"result":{"action":"accept","content":{"decision":"approve"}}}""");
        await app.Meeting.Waits.Task.WaitAsync(Patience);

        if (takesBack)
            await TakeBackAsync(app, session, 1);
        else
            call.Dispose();

        await app.Meeting.WasCancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_question_that_nobody_answers_ends_with_the_idle_time()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        using var call = await OpenAsync(app, session, 1, "ring_for_all");
        await _time.WhenTimerIsSetAsync(TimeSpan.FromMinutes(30));

        _time.Advance(TimeSpan.FromMinutes(30));

        Assert.Contains("it needs the approval of a person, and nobody gave it", await call.RestAsync(), StringComparison.Ordinal);
        Assert.Equal(0, app.Meeting.Rings);
    }

    [Theory]
    [InlineData("""{"result":{"action":5}}""")]
    [InlineData("""{"result":[]}""")]
    [InlineData("""{"error":{"code":-1,"message":"no"}}""")]
    public async Task A_client_that_cannot_answer_the_question_approves_nothing(string answer)
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        using var call = await OpenAsync(app, session, 7, "ring_for_all");
        var message = JsonNode.Parse(answer)!;
        (message["jsonrpc"], message["id"]) = ("2.0", call.Question["id"]!.DeepClone());

        await PostAsync(app, session, message.ToJsonString());

        Assert.Contains("it needs the approval of a person, and nobody gave it", await call.RestAsync(), StringComparison.Ordinal);
        Assert.Equal(0, app.Meeting.Rings);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_something_is_written_stops_the_tool()
    {
        await using var app = await StartAsync(static app => app.Use(static (context, next) =>
        {
            if (context.Request.Headers.ContainsKey("X-Break"))
                context.Response.Body = new BrokenStream(context);
            return next(context);
        }));
        var session = await BeginAsync(app);

        var call = SendAsync(app, session, """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"report_and_wait","_meta":{"progressToken":1}}}""", ("X-Break", "1"));

        await app.Meeting.WasCancelled.Task.WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_that_throws_when_it_is_cancelled_does_no_harm_to_its_session(bool takesBack)
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        var call = SendAsync(app, session, Call(3, "stop_badly"));
        await app.Meeting.Waits.Task.WaitAsync(Patience);

        if (takesBack)
        {
            Assert.Equal(HttpStatusCode.Accepted, await TakeBackAsync(app, session, 3));
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, session, """{"jsonrpc":"2.0","id":4,"method":"ping"}""")).Status);
        }
        else
        {
            using var end = new HttpRequestMessage(HttpMethod.Delete, app.McpAddress) { Headers = { { "Mcp-Session-Id", session } } };
            Assert.Equal(HttpStatusCode.NoContent, (await WireAnswer.SendAsync(app, end)).Status);
        }

        await app.Meeting.WasCancelled.Task.WaitAsync(Patience);
        using var response = await call.WaitAsync(Patience);
        // The session may end before its tool's trouble is written down.
        using var patience = new CancellationTokenSource(Patience);
        while (!_log.Lines.Any(static line => line.Exception is not null))
            await Task.Delay(10, patience.Token);
        var line = Assert.Single(_log.Lines, static line => line.Exception is not null);
        Assert.Equal("Tool stop_badly was cancelled, and a callback on its CancellationToken threw", line.Line);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_its_connection_broke_is_answered()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        using var patience = new CancellationTokenSource();
        var call = SendAsync(app, session, Call(3, "wait_for_ever"), patience.Token);
        await app.Meeting.Waits.Task.WaitAsync(Patience);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        WireAnswer answer;
        do
            answer = await PostAsync(app, session, """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"greet","arguments":{"name":"Ada"}}}""");
        while (answer.Status == HttpStatusCode.BadRequest);

        Assert.NotNull(answer.Json!["result"]);
    }

    private Task<McpApp> StartAsync(Action<WebApplication>? before = null) => McpApp.StartAsync(
        services => services.AddSingleton<TimeProvider>(_time).AddLogging(logging => logging.AddProvider(_log)),
        map: app =>
        {
            before?.Invoke(app);
            app.MapAgnt5Mcp(configure: static options => options.Stateful = true);
        });

    // The client counts its requests from 0, as the official TypeScript client does. The server counts its own from 1.
    private static async Task<string> BeginAsync(McpApp app)
    {
        const string Initialize =
            """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"elicitation":{}},"clientInfo":{"name":"c","version":"1"}}}""";
        var session = (await WireAnswer.PostAsync(app, Initialize)).Session!;
        await PostAsync(app, session, """{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return session;
    }

    private static string Call(int id, string tool) => $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"}}""";

    private static Task<WireAnswer> PostAsync(McpApp app, string session, string body) => WireAnswer.PostAsync(app, body, "application/json", ("Mcp-Session-Id", session));

    private static async Task<HttpStatusCode> TakeBackAsync(McpApp app, string session, int id) =>
        (await PostAsync(app, session, $$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{{{id}}} }}""")).Status;

    private static Task<HttpResponseMessage> SendAsync(McpApp app, string session, string body, (string Name, string Value) header) =>
        app.Client.SendAsync(Request(app, session, body, header), HttpCompletionOption.ResponseContentRead);

    private static Task<HttpResponseMessage> SendAsync(McpApp app, string session, string body, CancellationToken cancellationToken = default) =>
        app.Client.SendAsync(Request(app, session, body), HttpCompletionOption.ResponseContentRead, cancellationToken);

    private static HttpRequestMessage Request(McpApp app, string session, string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, app.McpAddress) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers.Append(("Mcp-Session-Id", session)))
            request.Headers.Add(name, value);
        return request;
    }

    private static async Task<OpenCall> OpenAsync(McpApp app, string session, int id, string tool)
    {
        var response = await app.Client.SendAsync(Request(app, session, Call(id, tool)), HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return new OpenCall(response, reader, JsonNode.Parse(line["data: ".Length..])!);
        }

        throw new InvalidOperationException("The server asked nobody.");
    }

    /// <summary>A call whose question waits for its answer.</summary>
    private sealed record OpenCall(HttpResponseMessage Response, StreamReader Reader, JsonNode Question) : IDisposable
    {
        public Task<string> RestAsync() => Reader.ReadToEndAsync().WaitAsync(Patience);

        public void Dispose() => Response.Dispose();
    }

    /// <summary>What a handler writes to while the connection is reset.</summary>
    private sealed class BrokenStream(HttpContext context) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            context.Abort();
            throw new IOException("The client reset the connection.");
        }
    }
}
