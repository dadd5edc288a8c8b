using System.Net;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Dispatch.Hosting;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>Servers that answer nonsense, late, or not at all. Each is a loss with a code and a word about what to do.</summary>
public sealed class NonsenseTests : IDisposable
{
    private readonly EndpointClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"status\":", "ENDPOINT_CLOSED_EARLY", "closed the connection before its answer had come")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"status\"", "ENDPOINT_CLOSED_EARLY", "closed the connection")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "WORKERLESS_INVALID_RESPONSE", "does not speak HTTP")]
    [InlineData("", "ENDPOINT_CLOSED_EARLY", "closed the connection")]
    [InlineData("HTTP/1.1 200", "ENDPOINT_CLOSED_EARLY", "closed the connection")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "WORKERLESS_INVALID_RESPONSE", "Is this the port of the endpoint")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{", "WORKERLESS_INVALID_RESPONSE", "longer than 16777216 bytes")]
    public async Task A_connection_that_brings_no_whole_answer_says_why(string response, string code, string message)
    {
        using var server = RawServer.Answering(response);
        using var connection = server.Connect(_client);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), code, message);
    }

    [Theory]
    [InlineData("200 OK", "<!doctype html><p>Hi", "Content-Type: text/html\r\n", "It came as text/html")]
    [InlineData("200 OK", "", "", "it is empty")]
    [InlineData("200 OK", "{\"status\":\"completed\"}", "Content-Encoding: gzip\r\n", "encoded as gzip")]
    [InlineData("201 Created", "{\"status\":\"completed\"}", "", "status 201")]
    [InlineData("204 No Content", "", "", "status 204")]
    [InlineData("302 Found", "", "Location: https://login.example.com/sso?token=x\r\n", "redirects to https://login.example.com/sso, and redirects are not followed")]
    [InlineData("307 Temporary Redirect", "", "Location: /other?a=b\r\n", "redirects to /other, ")]
    [InlineData("304 Not Modified", "", "", "redirects are not followed")]
    public async Task A_whole_answer_that_is_none_of_the_protocol_says_what_came(string status, string body, string headers, string message)
    {
        using var server = RawServer.Answering(RawServer.Response(status, body, headers));
        using var connection = server.Connect(_client);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "WORKERLESS_INVALID_RESPONSE", message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("400 Bad Request", true)]
    [InlineData("401 Unauthorized", true)]
    [InlineData("404 Not Found", true)]
    [InlineData("405 Method Not Allowed", true)]
    [InlineData("413 Content Too Large", true)]
    [InlineData("403 Forbidden", false)]
    [InlineData("408 Request Timeout", false)]
    [InlineData("409 Conflict", false)]
    [InlineData("429 Too Many Requests", false)]
    [InlineData("500 Internal Server Error", false)]
    [InlineData("502 Bad Gateway", false)]
    [InlineData("599 What", false)]
    public async Task A_status_tells_whether_sending_it_again_may_help(string status, bool isFinal)
    {
        using var server = RawServer.Answering(RawServer.Response(status, "<html>"));
        using var connection = server.Connect(_client);

        var lost = HttpConnectionTests.Lost(await connection.InvokeAsync(Request("function", "any", "{}"), default));

        Assert.Equal(($"ENDPOINT_HTTP_{status[..3]}", isFinal), (lost.Code, lost.IsFinal));
    }

    [Theory]
    [InlineData("7", 7_000L)]
    [InlineData("0", 0L)]
    [InlineData("Sun, 17 Mar 2030 17:47:00 GMT", 20_000L)]
    [InlineData("Tue, 17 Mar 2020 17:46:40 GMT", 0L)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    public async Task Retry_After_is_read_as_seconds_or_as_a_date(string value, long? retryAfterMs)
    {
        var time = new ManualTime();
        const string Busy = """{"status":"failed","error":{"code":"WORKERLESS_BUSY","message":"Full."}}""";
        using var server = RawServer.Answering(RawServer.Response("503 Service Unavailable", Busy, $"Retry-After: {value}\r\n"));
        using var connection = server.Connect(_client, time: time);

        var lost = HttpConnectionTests.Lost(await connection.InvokeAsync(Request("function", "any", "{}"), default));

        Assert.Equal(("WORKERLESS_BUSY", retryAfterMs), (lost.Code, lost.RetryAfterMs));
    }

    [Theory]
    [InlineData("502 Bad Gateway", """{"status":"failed","error":{"code":"WORKERLESS_OUTPUT_REF_UPLOAD_FAILED","message":"No."}}""")]
    [InlineData("413 Content Too Large", """{"status":"failed","error":{"code":"WORKERLESS_PAYLOAD_TOO_LARGE","message":"No."},"checkpoint":{"steps":{"paid":1}}}""")]
    public async Task A_failure_behind_the_component_ends_the_attempt_and_runs_nothing_twice(string status, string body)
    {
        using var server = RawServer.Answering(RawServer.Response(status, body));
        using var connection = server.Connect(_client);

        var failed = HttpConnectionTests.Answered<FailedAnswer>(await connection.InvokeAsync(Request("function", "any", "{}"), default));

        Assert.Equal("No.", failed.Message);
    }

    [Fact]
    public async Task An_endpoint_that_hangs_is_given_up_a_little_behind_its_request_timeout()
    {
        var time = new ManualTime();
        var hold = new TaskCompletionSource();
        using var server = RawServer.Start(_ => hold.Task);
        using var connection = server.Connect(_client, static settings => settings with { RequestTimeoutMs = 10_000 }, time);

        var request = Request("function", "any", "{}");
        var invoking = connection.InvokeAsync(request, default);
        await server.Asked.Task;
        time.AdvanceMs(14_999);
        Assert.False(invoking.IsCompleted);
        time.AdvanceMs(1);

        AssertLost(await invoking, "ENDPOINT_TIMEOUT", "did not answer within 15 s");
        Assert.False(request.IsOutlived);
        hold.SetResult();
    }

    [Fact]
    public async Task An_answer_that_trickles_is_given_up_at_the_same_time()
    {
        var time = new ManualTime();
        var hold = new TaskCompletionSource();
        using var server = RawServer.Start(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"u8.ToArray());
            await hold.Task;
        });
        using var connection = server.Connect(_client, time: time);

        var invoking = connection.InvokeAsync(Request("function", "any", "{}"), default);
        await server.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(35));

        AssertLost(await invoking, "ENDPOINT_TIMEOUT", "within 35 s");
        hold.SetResult();
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_at_its_bound()
    {
        var piece = Encoding.ASCII.GetBytes($"100000\r\n{new string(' ', 0x100000)}\r\n");
        using var server = RawServer.Start(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync(piece);
        });
        using var connection = server.Connect(_client);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "WORKERLESS_INVALID_RESPONSE", "longer than 16777216 bytes");
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat($"X-Filler: {new string('x', 1000)}\r\n", 40))}\r\n");
        using var connection = server.Connect(_client);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "WORKERLESS_INVALID_RESPONSE", "more than 32 KiB of headers");
    }

    [Fact]
    public async Task A_port_where_nobody_listens_says_to_start_the_endpoint()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var connection = new HttpConnection(_client, new HttpConnectionSettings { Url = new Uri($"http://127.0.0.1:{port}"), RequestTimeoutMs = 1000 }, TimeProvider.System);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "ENDPOINT_UNREACHABLE", "nothing listens there. Start the endpoint");
    }

    [Fact]
    public async Task A_name_without_an_address_says_so()
    {
        using var connection = new HttpConnection(_client, new HttpConnectionSettings { Url = new Uri("https://orders.invalid"), RequestTimeoutMs = 1000 }, TimeProvider.System);

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "ENDPOINT_UNREACHABLE", "stands for no address");
    }

    [Fact]
    public async Task An_endpoint_that_speaks_no_tls_says_so()
    {
        using var server = RawServer.Greeting("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var connection = server.Connect(_client, settings => settings with { Url = new UriBuilder(settings.Url) { Scheme = "https" }.Uri });

        AssertLost(await connection.InvokeAsync(Request("function", "any", "{}"), default), "ENDPOINT_TLS_FAILED", "offers no TLS that can be trusted");
    }

    [Fact]
    public async Task A_page_instead_of_a_manifest_says_where_to_look()
    {
        using var server = RawServer.Answering(RawServer.Response("200 OK", "<html>", "Content-Type: text/html\r\n"));
        using var connection = server.Connect(_client);

        var refused = await Assert.ThrowsAsync<EndpointException>(() => connection.GetManifestAsync(default));

        Assert.Contains("The answer is text/html and no JSON object. Give the address at which the endpoint is mounted.", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertLost(InvokeResult result, string code, string message)
    {
        var lost = HttpConnectionTests.Lost(result);
        Assert.Equal((code, false), (lost.Code, lost.IsFinal));
        Assert.Contains(message, lost.Message, StringComparison.Ordinal);
    }
}
