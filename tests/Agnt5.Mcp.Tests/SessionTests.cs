using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp.Tests;

/// <summary>Sessions: who may use them, how many there are, and when they end.</summary>
public sealed class SessionTests
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}""";

    private const string Ping = """{"jsonrpc":"2.0","id":2,"method":"ping"}""";

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_session_serves_the_user_who_began_it_and_nobody_else()
    {
        await using var app = await McpApp.StartAsync(
            TokenAuthentication.Add, map: static app => app.MapAgnt5Mcp(configure: static options => options.Stateful = true).RequireAuthorization(), environment: "Production");
        var session = await BeginAsync(app, ("Authorization", TokenAuthentication.Token));

        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session, ("Authorization", TokenAuthentication.Token))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PingAsync(app, session, ("Authorization", TokenAuthentication.OtherToken))).Status);
        Assert.Equal(HttpStatusCode.NotFound, await EndAsync(app, session, TokenAuthentication.OtherToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PingAsync(app, session)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await EndAsync(app, session));
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session, ("Authorization", TokenAuthentication.Token))).Status);
    }

    [Fact]
    public async Task A_client_ends_its_session_and_an_unknown_one_is_not_found()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);

        Assert.Equal(HttpStatusCode.NoContent, await EndAsync(app, session));
        Assert.Equal(HttpStatusCode.NotFound, await EndAsync(app, session));
        var answer = await PingAsync(app, session);

        Assert.Equal((HttpStatusCode.NotFound, -32600), (answer.Status, answer.ErrorCode));
        Assert.Equal(HttpStatusCode.NotFound, (await PingAsync(app, "")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_its_client_has_sent_nothing_for_the_time_of_the_app()
    {
        await using var app = await StartAsync(static options => options.SessionIdleTime = TimeSpan.FromMinutes(5));
        var session = await BeginAsync(app);

        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session)).Status);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session)).Status);
        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.NotFound, (await PingAsync(app, session)).Status);
    }

    [Fact]
    public async Task A_session_too_many_ends_the_one_that_has_been_idle_for_the_longest_time()
    {
        await using var app = await StartAsync(static options => options.MaxSessions = 2);
        var (first, second) = (await BeginAsync(app), await BeginAsync(app));
        _time.Advance(TimeSpan.FromSeconds(1));
        await PingAsync(app, first);

        var third = await BeginAsync(app);

        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, first)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PingAsync(app, second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, third)).Status);
    }

    [Fact]
    public async Task No_session_is_begun_while_all_are_in_use()
    {
        await using var app = await StartAsync(static options => options.MaxSessions = 1);
        var session = await BeginAsync(app);
        using var patience = new CancellationTokenSource();
        var call = CallAsync(app, session, 3, "wait_for_ever", patience.Token);
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var refused = await WireAnswer.PostAsync(app, Initialize);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        await patience.CancelAsync();
        await app.Meeting.WasCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_call_that_is_taken_back_stops_and_its_response_ends()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        var call = CallAsync(app, session, 3, "wait_for_ever", CancellationToken.None);
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var taken = await PostAsync(app, session, """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}}""");

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        await app.Meeting.WasCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("", await call.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_session_that_ends_stops_its_tools()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        var call = CallAsync(app, session, 3, "wait_for_ever", CancellationToken.None);
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(HttpStatusCode.NoContent, await EndAsync(app, session));

        await app.Meeting.WasCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await call.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_second_request_of_the_same_id_does_not_take_the_place_of_the_first()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);
        var call = CallAsync(app, session, 3, "wait_for_ever", CancellationToken.None);
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var second = await PostAsync(app, session, """{"jsonrpc":"2.0","id":3,"method":"ping"}""");

        Assert.Equal((HttpStatusCode.BadRequest, -32600), (second.Status, second.ErrorCode));
        Assert.False(app.Meeting.WasCancelled.Task.IsCompleted);
        await EndAsync(app, session);
        await call.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":[]}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":5}""")]
    [InlineData("""{"jsonrpc":"2.0","id":77,"result":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"no"}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"what/ever","params":{"a":1}}""")]
    public async Task A_message_that_means_nothing_leaves_the_session_as_it_was(string message)
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app);

        await PostAsync(app, session, message);

        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session)).Status);
    }

    [Fact]
    public async Task A_client_without_a_session_is_served_as_by_a_server_without_sessions()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping)).Status);
        Assert.Equal(HttpStatusCode.OK, (await new WireCall("greet", """{"name":"Ada"}""").SendAsync(app, ("Mcp-Session-Id", "made-up"))).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task There_is_no_stream_to_get(string method)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), app.McpAddress);
        request.Headers.Add("Mcp-Session-Id", await BeginAsync(app));

        using var response = await app.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST, DELETE"), (response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task The_kill_switch_and_the_check_of_origins_guard_the_end_of_a_session_too()
    {
        var isOn = true;
        await using var app = await McpApp.StartAsync(
            services => services.Configure<ServerlessOptions>(options => options.EnabledResolver = () => isOn), static options => options.Stateful = true);
        var session = await BeginAsync(app);

        using var foreign = new HttpRequestMessage(HttpMethod.Delete, app.McpAddress) { Headers = { { "Mcp-Session-Id", session }, { "Origin", "https://evil.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await WireAnswer.SendAsync(app, foreign)).Status);
        isOn = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await EndAsync(app, session));
        isOn = true;
        Assert.Equal(HttpStatusCode.OK, (await PingAsync(app, session)).Status);
    }

    [Theory]
    [InlineData(0, 30, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 100_000, 1)]
    [InlineData(1, 30, 0)]
    public async Task Options_that_cannot_work_stop_the_app_and_are_named(int sessions, int minutes, long bytes)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => McpApp.StartAsync(options: options =>
            (options.MaxSessions, options.SessionIdleTime, options.MaxResultBytes) = (sessions, TimeSpan.FromMinutes(minutes), bytes)));

        Assert.StartsWith("MapAgnt5Mcp found that the option ", exception.Message, StringComparison.Ordinal);
    }

    private Task<McpApp> StartAsync(Action<Agnt5McpOptions>? configure = null) => McpApp.StartAsync(services => services.AddSingleton<TimeProvider>(_time), options =>
    {
        options.Stateful = true;
        configure?.Invoke(options);
    });

    private static async Task<string> BeginAsync(McpApp app, params (string Name, string Value)[] headers)
    {
        var answer = await WireAnswer.PostAsync(app, Initialize, "application/json", headers);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(32, answer.Session!.Length);
        return answer.Session;
    }

    private static Task<WireAnswer> PingAsync(McpApp app, string session, params (string Name, string Value)[] headers) => PostAsync(app, session, Ping, headers);

    private static Task<WireAnswer> PostAsync(McpApp app, string session, string body, params (string Name, string Value)[] headers) =>
        WireAnswer.PostAsync(app, body, "application/json", [("Mcp-Session-Id", session), ("MCP-Protocol-Version", "2025-11-25"), .. headers]);

    private static async Task<HttpStatusCode> EndAsync(McpApp app, string session, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, app.McpAddress);
        request.Headers.Add("Mcp-Session-Id", session);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        return (await WireAnswer.SendAsync(app, request)).Status;
    }

    // The raw text of the response, which may end without an answer.
    private static async Task<string> CallAsync(McpApp app, string session, int id, string tool, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.McpAddress)
        {
            Content = new StringContent($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"}}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Mcp-Session-Id", session);
        using var response = await app.Client.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
