using System.Net.Sockets;
using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Xunit.Abstractions;

namespace Agnt5.Hostile.Tests;

/// <summary>Callers that know no secret, and send much of a body and never its end. What they hold is counted in bytes.</summary>
[Collection(OneEndpoint.Name)]
public sealed class StalledBodyTests(HostileEndpoint endpoint, ITestOutputHelper output)
{
    private const int Connections = 200;
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
            var body = """{"component_type":"workflow","component_name":"travel","input":{"stops":["a"]}}"""u8.ToArray();
            Assert.Equal(200, (await connection.SendAsync(new RawRequest(body, Secrets.Signing, DateTimeOffset.UtcNow))).Status);

            var held = GC.GetTotalMemory(forceFullCollection: true) - heap;
            output.WriteLine($"{Connections} bodies of {Part / Megabyte} MB hold {held / Megabyte} MB");
            Assert.InRange(held, long.MinValue, 100 * Megabyte);
        }
        finally
        {
            Array.ForEach(stalled, static socket => socket.Dispose());
        }
    }

    private async Task<Socket> StallAsync()
    {
        var request = new RawRequest("never sent"u8.ToArray(), Secrets.Signing, DateTimeOffset.UtcNow);
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
