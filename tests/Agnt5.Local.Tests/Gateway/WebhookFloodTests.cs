using System.Net.Sockets;
using System.Text;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

/// <summary>Anybody who finds a tunnel can send webhooks. Before their signature is known they may fill no memory.</summary>
public sealed class WebhookFloodTests
{
    private const int PieceBytes = 8 * 1024 * 1024;

    [Fact]
    public async Task A_webhook_of_nobody_is_refused_before_its_body_comes()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        using var stranger = await ConnectAsync(gateway, "/v1/events/github/nobody", sentBytes: 0);

        Assert.Equal("HTTP/1.1 404 Not Found", await FirstLineAsync(stranger));
    }

    [Fact]
    public async Task Bodies_that_never_end_take_a_bounded_memory_and_the_next_webhooks_are_taken()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await gateway.PostAsync("/v1/integrations", """{"source":"github","integration_id":"shop","secret":"the secret of the hook"}""");
        const int crowd = (int)(UnverifiedBytes.Most / PieceBytes) + 1;

        var strangers = await Task.WhenAll(Enumerable.Range(0, crowd).Select(_ => ConnectAsync(gateway, "/v1/events/github/shop", PieceBytes)));
        var answered = await await Task.WhenAny(strangers.Select(FirstLineAsync)).WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var stranger in strangers)
            stranger.Dispose();
        string? next;
        do
            next = (await gateway.PostAsync("/v1/events/github/shop", """{"action":"opened"}""")).Json.ErrorCode();
        while (next == "TOO_MANY_WEBHOOKS"); // The gateway has not noticed yet that the strangers have left.

        Assert.Equal(("HTTP/1.1 503 Service Unavailable", "WEBHOOK_SIGNATURE_MISSING"), (answered, next));
    }

    /// <summary>Sends a webhook of 16 MiB as far as the bytes go, and leaves it there.</summary>
    private static async Task<TcpClient> ConnectAsync(PlayedGateway gateway, string path, int sentBytes)
    {
        var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {16 * 1024 * 1024}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        _ = SendAsync(client.GetStream(), new byte[sentBytes]);
        return client;
    }

    private static async Task SendAsync(NetworkStream stream, byte[] bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It was refused, or the test is over.
        }
    }

    private static async Task<string?> FirstLineAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
