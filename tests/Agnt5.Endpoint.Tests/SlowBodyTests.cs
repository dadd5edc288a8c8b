using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: bodies that come slowly, or never to their end, before anybody knows who sends them.</summary>
public sealed class SlowBodyTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const int Limit = 64 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_body_that_takes_too_long_is_refused_and_its_connection_closed()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time);
        using var stalled = await StallAsync(endpoint, time, 10);
        await time.WhenTimerIsSetAsync(Timeout);

        time.AdvanceMs(29_999);
        Assert.Equal(0, stalled.Available);
        time.AdvanceMs(1);
        var answer = await AnswerOfAsync(stalled);

        answer.Answer.MustBe(HttpStatusCode.RequestTimeout, "WORKERLESS_REQUEST_TIMEOUT");
        Assert.Contains("30 seconds", answer.Answer.Message, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_in_has_no_more_time_than_one_that_stalls()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time);
        using var trickling = await StallAsync(endpoint, time, 1);
        await time.WhenTimerIsSetAsync(Timeout);

        for (var i = 0; i < 3; i++)
        {
            time.AdvanceMs(9_999);
            await trickling.SendAsync(new byte[1]);
        }

        time.AdvanceMs(3);
        (await AnswerOfAsync(trickling)).Answer.MustBe(HttpStatusCode.RequestTimeout, "WORKERLESS_REQUEST_TIMEOUT");
    }

    [Fact]
    public async Task A_slow_body_that_arrives_in_time_runs()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time);
        using var slow = await RawHttp.ConnectAsync(endpoint.Address);
        await slow.SendAsync(Head(Hello.Length, Signed(Hello, time), "Connection: close\r\n"));
        await time.WhenTimerIsSetAsync(Timeout);

        time.AdvanceMs(29_999);
        await slow.SendAsync(Encoding.ASCII.GetBytes(Hello));

        (await AnswerOfAsync(slow)).Answer.MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_body_that_is_there_at_once_costs_no_timer()
    {
        await using var endpoint = new InMemoryEndpoint();

        (await endpoint.SendAsync(InMemoryRequest.Invoke(Hello))).MustComplete("""{"message":"hello world"}""");

        Assert.Equal(0, endpoint.Time.TimersMade);
    }

    [Fact]
    public async Task When_too_much_is_on_its_way_the_body_that_came_first_gives_way_and_not_the_newcomer()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time, static options => options.MaxUnverifiedBytes = 4 * Limit);
        var stalled = new List<Socket>();
        for (var i = 0; i < 8; i++)
        {
            stalled.Add(await StallAsync(endpoint, time, Limit / 2 + 1));
            time.AdvanceMs(10);
        }

        var first = await AnswerOfAsync(stalled[0]);
        first.Answer.MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_BUSY");
        Assert.Contains("Retry-After: 1\r\n", first.Head, StringComparison.Ordinal);
        Assert.Contains("Connection: close", first.Head, StringComparison.Ordinal);
        (await SendAsync(endpoint, time, new string(' ', Limit - Hello.Length) + Hello)).MustComplete("""{"message":"hello world"}""");
        Assert.Equal(0, stalled[^1].Available);
        stalled.ForEach(static socket => socket.Dispose());
    }

    [Fact]
    public async Task Memory_that_refused_and_answered_bodies_held_is_free_for_others()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time, static options => options.MaxUnverifiedBytes = 1);
        for (var i = 0; i < 20; i++)
        {
            using var socket = await StallAsync(endpoint, time, Limit / 2);
            // Every other caller leaves.
            if (i % 2 == 0)
                continue;
            await socket.SendAsync(new byte[Limit / 2]);
            (await AnswerOfAsync(socket)).Answer.MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        }
    }

    [Fact]
    public async Task Streams_of_one_connection_are_timed_and_counted_each_and_the_connection_goes_on()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time, static options => options.MaxUnverifiedBytes = 4 * Limit, HttpProtocols.Http2);
        var stalled = new List<Task<Answer>>();
        for (var i = 0; i < 8; i++)
            stalled.Add(SendAsync(endpoint, new StalledContent(Limit / 2 + 1), Forged(time)));

        var first = await Task.WhenAny(stalled);
        (await first).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_BUSY");
        (await SendAsync(endpoint, time, Hello)).MustComplete("""{"message":"hello world"}""");
        var answers = Task.WhenAll(stalled);
        // Again and again: a stream that reaches the endpoint late has its timer late.
        while (!answers.IsCompleted)
        {
            time.Advance(Timeout);
            await Task.WhenAny(answers, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        Assert.All(await answers, static answer => Assert.True(answer.Code is "WORKERLESS_BUSY" or "WORKERLESS_REQUEST_TIMEOUT", answer.Text));
        (await SendAsync(endpoint, time, Hello)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_caller_whose_body_is_refused_cannot_go_on_sending_it()
    {
        var time = new ManualTime();
        await using var endpoint = await StartAsync(time);
        using var sender = await RawHttp.ConnectAsync(endpoint.Address);
        await sender.SendAsync(Head(1_000_000_000, Forged(time)));

        var sent = 0L;
        try
        {
            while (sent < 1_000_000_000)
                sent += await sender.SendAsync(new byte[64 * 1024]);
        }
        catch (SocketException)
        {
            // The server has closed the connection.
        }

        Assert.InRange(sent, 0, 32 * 1024 * 1024);
    }

    private static async Task<TestEndpoint> StartAsync(ManualTime time, Action<ServerlessOptions>? configure = null, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var endpoint = await TestEndpoint.StartAsync(builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = protocols));
            builder.Services.AddSingleton<TimeProvider>(time).Configure<ServerlessOptions>(static options => options.MaxRequestBodyBytes = Limit).Configure(configure ?? (static _ => { }));
        });
        endpoint.Client.DefaultRequestVersion = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11;
        return endpoint;
    }

    private static Dictionary<string, string?> Signed(string body, ManualTime time)
    {
        var invoke = new SignedInvoke(body, TestEndpoint.Secret);
        invoke.Sign(TestEndpoint.Secret, $"{time.NowMs}", "run-1:0");
        return invoke.Headers;
    }

    private static Dictionary<string, string?> Forged(ManualTime time) => Signed("never sent", time);

    private static byte[] Head(long length, Dictionary<string, string?> headers, string more = "") => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{more}{string.Concat(headers.Select(static header => $"{header.Key}: {header.Value}\r\n"))}\r\n"));

    /// <summary>Sends a part of a body, and waits until the endpoint has it.</summary>
    private static async Task<Socket> StallAsync(TestEndpoint endpoint, ManualTime time, int part)
    {
        var socket = await RawHttp.ConnectAsync(endpoint.Address);
        var timers = time.TimersMade;
        await socket.SendAsync(Head(Limit, Forged(time)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (time.TimersMade == timers)
            await Task.Delay(5, patience.Token);
        await socket.SendAsync(new byte[part]);
        return socket;
    }

    private static async Task<(string Head, Answer Answer)> AnswerOfAsync(Socket socket)
    {
        var received = new MemoryStream();
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var count and > 0)
            {
                received.Write(buffer, 0, count);
                var text = Encoding.UTF8.GetString(received.ToArray());
                if (text.Split("\r\n\r\n") is [var head, { Length: > 0 } body] && body.EndsWith('}'))
                    return (head + "\r\n", new Answer(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), body));
            }
        }
        catch (SocketException) when (received.Length > 0)
        {
            // Closed with unread bytes.
        }

        throw new InvalidOperationException($"The connection was closed after: {Encoding.UTF8.GetString(received.ToArray())}");
    }

    private static Task<Answer> SendAsync(TestEndpoint endpoint, ManualTime time, string body) => SendAsync(endpoint, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), Signed(body, time));

    private static async Task<Answer> SendAsync(TestEndpoint endpoint, HttpContent content, Dictionary<string, string?> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/agnt5/invoke")
        {
            Content = content,
            Version = endpoint.Client.DefaultRequestVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await endpoint.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>A body that sends a part of itself, and never the rest.</summary>
    private sealed class StalledContent(int part) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[part], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Limit;
            return true;
        }
    }
}
