using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Agnt5.Hostile.Tests;

/// <summary>Callers that know no secret, and send much of a body and never its end. What they hold is counted in bytes.</summary>
[Collection(OneEndpoint.Name)]
public sealed class StalledBodyTests(HostileEndpoint endpoint, ITestOutputHelper output)
{
    private const int Connections = 200;
    private const int Streams = 100;
    private const int Part = 2 * 1024 * 1024;
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task Hundreds_of_stalled_bodies_hold_a_bounded_memory_and_no_whole_request_waits_for_them()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var stalled = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => StallAsync()));
        try
        {
            using var connection = new RawConnection(endpoint.Address);
            Assert.Equal(200, (await connection.SendAsync(Whole())).Status);
            MustHoldLittle(heap, Connections);
        }
        finally
        {
            Array.ForEach(stalled, static socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Stalled_streams_of_one_connection_hold_a_bounded_memory_and_its_other_streams_are_answered()
    {
        await using var app = await StartHttp2Async();
        var connections = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(app.Urls.Single()) };
        using var end = new CancellationTokenSource();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var stalled = Enumerable.Range(0, Streams).Select(_ => StallAsync(client, end.Token)).ToList();
        await Task.WhenAll(stalled.Select(static stream => stream.Stalls));

        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, await SendAsync(client, Whole(), content: null, CancellationToken.None));
        MustHoldLittle(heap, Streams);
        Assert.Equal(1, connections);
        var answered = stalled.Select(static stream => stream.Answer).Where(static answer => answer.IsCompleted);
        Assert.All(await Task.WhenAll(answered), static status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));

        await end.CancelAsync();
        Assert.Equal(HttpStatusCode.OK, await SendAsync(client, Whole(), content: null, CancellationToken.None));
    }

    private static RawRequest Whole() => new(
        """{"component_type":"workflow","component_name":"travel","input":{"stops":["a"]}}"""u8.ToArray(), Secrets.Signing, DateTimeOffset.UtcNow);

    private static RawRequest NeverSent() => new("never sent"u8.ToArray(), Secrets.Signing, DateTimeOffset.UtcNow);

    private void MustHoldLittle(long heap, int bodies)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true) - heap;
        output.WriteLine($"{bodies} bodies of {Part / Megabyte} MB hold {held / Megabyte} MB");
        Assert.InRange(held, long.MinValue, 100 * Megabyte);
    }

    private static async Task<WebApplication> StartHttp2Async()
    {
        string[] args = ["--environment", "Production", "--Kestrel:Endpoints:One:Url", "http://127.0.0.1:0", "--Kestrel:Endpoints:One:Protocols", "Http2"];
        var app = ServerlessHost.Build(args, Agnt5Components.Catalog, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IChatClient, CountingModel>().Configure<ServerlessOptions>(static options => options.SigningSecret = Secrets.Signing);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Begins a body on a stream of the client's connection.</summary>
    /// <returns>The answer, and what ends when the body stalls or was answered.</returns>
    private static (Task<HttpStatusCode> Answer, Task Stalls) StallAsync(HttpClient client, CancellationToken end)
    {
        var content = new StalledContent(Part, 4 * Part);
        var answer = SendAsync(client, NeverSent(), content, end);
        return (answer, Task.WhenAny(content.Stalls, answer));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, RawRequest signed, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/agnt5/invoke")
        {
            Content = content ?? new ByteArrayContent(signed.Body),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        signed.Headers.ForEach(header => request.Headers.Add(header.Name, header.Value));
        using var response = await client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private async Task<Socket> StallAsync()
    {
        var request = NeverSent();
        var head = $"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nContent-Length: {4 * Part}\r\n{string.Concat(request.Headers.Select(static header => $"{header.Name}: {header.Value}\r\n"))}\r\n";
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endpoint.Address);
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(head));
            var piece = new byte[64 * 1024];
            for (var sent = 0; sent < Part;)
                sent += await socket.SendAsync(piece);
        }
        catch (SocketException)
        {
            // It had to give way, and its connection was closed.
        }

        return socket;
    }
}
