using System.Net;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp.Tests;

public sealed class WireTests
{
    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";
    private const string Meta = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}
        """;

    [Theory]
    [InlineData("""{"jsonrpc":""", 400, -32700)]
    [InlineData("", 400, -32700)]
    [InlineData("null", 400, -32600)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"ping"}""", 400, -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping"} x""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/list"}""", 200, -32601)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call"}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":5}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\ud800"}}""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":{"name":{"deep":["\udfff"]}}}}""", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","name":"greet"}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":[]}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nobody"}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"refund"}}""", 200, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"no_tool"}}""", 200, -32602)]
    public async Task A_bad_request_is_answered_with_a_JSON_RPC_error_and_the_next_one_is_served(string body, int status, int code)
    {
        await using var app = await McpApp.StartAsync();

        var answer = await WireAnswer.PostAsync(app, body);

        Assert.Equal((status, code), ((int)answer.Status, answer.ErrorCode));
        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping)).Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whether_its_length_is_declared_or_not()
    {
        await using var app = await McpApp.StartAsync(static services => services.Configure<ServerlessOptions>(static options => options.MaxRequestBodyBytes = 1000));
        var body = $$"""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"{{new string('x', 1000)}}"} }""";

        var declared = await WireAnswer.PostAsync(app, body);
        var streamed = await WireAnswer.PostAsync(app, body, "application/json", ("Transfer-Encoding", "chunked"));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, -32600), (declared.Status, declared.ErrorCode));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, -32600), (streamed.Status, streamed.ErrorCode));
        Assert.Contains("1000 bytes", streamed.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stalls_is_refused_after_the_time_of_the_endpoint()
    {
        var time = new ManualTime();
        await using var app = await McpApp.StartAsync(services => services.AddSingleton<TimeProvider>(time));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(app.McpAddress.Host, app.McpAddress.Port);
        await socket.SendAsync("POST /agnt5/mcp HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        await time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(30));

        time.Advance(TimeSpan.FromSeconds(30));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        var answer = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task A_client_that_looks_for_a_stream_or_a_session_is_told_that_there_is_none(string method)
    {
        await using var app = await McpApp.StartAsync(map: static app =>
        {
            app.MapAgnt5Mcp();
            app.MapFallback(static () => "a page of the app");
        });
        using var request = new HttpRequestMessage(new HttpMethod(method), app.McpAddress);

        var answer = await WireAnswer.SendAsync(app, request);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.Status, answer.Allow));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_web_page_of_another_origin_reaches_no_tool(string origin)
    {
        await using var app = await McpApp.StartAsync();

        var answer = await WireAnswer.PostAsync(app, Ping, "application/json", ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_page_whose_host_name_was_pointed_at_this_machine_reaches_no_tool()
    {
        await using var app = await McpApp.StartAsync();
        var host = $"rebound.example:{app.McpAddress.Port}";

        var answer = await WireAnswer.PostAsync(app, Ping, "application/json", ("Host", host), ("Origin", $"http://{host}"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_page_of_this_very_address_and_one_that_the_app_allows_are_served()
    {
        await using var app = await McpApp.StartAsync(options: static options => options.AllowedOrigins.Add("https://inspector.example/"));

        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping, "application/json", ("Origin", app.McpAddress.GetLeftPart(UriPartial.Authority)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping, "application/json", ("Origin", "https://inspector.example"))).Status);
    }

    [Fact]
    public async Task A_form_of_a_web_page_and_a_client_that_reads_no_events_are_refused()
    {
        await using var app = await McpApp.StartAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await WireAnswer.PostAsync(app, Ping, "text/plain")).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await WireAnswer.PostAsync(app, Ping, "application/json", ("Accept", "text/html"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping, "application/json", ("Accept", "*/*"))).Status);
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_gateway_that_decides_by_a_header_is_not_fooled_by_another_name_in_the_body(string revision)
    {
        await using var app = await McpApp.StartAsync();
        const string Call = $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"fail","arguments":{"why":"no"},{{{Meta}}} }}""";

        var answer = await WireAnswer.PostAsync(app, Call, "application/json", ("MCP-Protocol-Version", revision), ("Mcp-Method", "tools/call"), ("Mcp-Name", "greet"));

        Assert.Equal((HttpStatusCode.BadRequest, -32020), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_revision_that_is_not_served_is_refused_with_the_list_of_those_that_are()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await WireAnswer.PostAsync(app, Ping, "application/json", ("MCP-Protocol-Version", "2020-01-01"));

        Assert.Equal((HttpStatusCode.BadRequest, -32022), (answer.Status, answer.ErrorCode));
        Assert.Contains("2026-07-28", answer.Json!["error"]!["data"]!["supported"]!.AsArray().Select(static revision => revision!.GetValue<string>()));
    }

    [Fact]
    public async Task A_subscription_is_refused_and_holds_no_connection()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await WireAnswer.PostAsync(
            app,
            $$$"""{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{},{{{Meta}}} }}""",
            "application/json",
            ("MCP-Protocol-Version", "2026-07-28"),
            ("Mcp-Method", "subscriptions/listen"));

        Assert.Equal((HttpStatusCode.NotFound, -32601), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_notification_is_taken_and_not_answered()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await WireAnswer.PostAsync(app, """{"jsonrpc":"2.0","method":"notifications/initialized"}""");

        Assert.Equal((HttpStatusCode.Accepted, null), (answer.Status, answer.Json));
    }

    [Fact]
    public async Task The_kill_switch_stops_tools_over_MCP_too()
    {
        var isOn = true;
        await using var app = await McpApp.StartAsync(services => services.Configure<ServerlessOptions>(options => options.EnabledResolver = () => isOn));
        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, Ping)).Status);

        isOn = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await WireAnswer.PostAsync(app, Ping)).Status);
    }
}
