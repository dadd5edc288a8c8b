using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Agnt5.Abuse;

/// <summary>Callers without the secret begin large bodies and never end them. Measures the memory that they hold, and how long others wait meanwhile.</summary>
internal static class HeldBodies
{
    private const int Connections = 1_000;
    private const int Streams = 100;
    private const int SentBytes = 900_000;
    private const int DeclaredBytes = 8_000_000;
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(string[][] builds)
    {
        Console.WriteLine($"| {"attack",-34} | {"build",-8} | {"before",8} | {"peak",8} | {"after 60 s",10} | {"median wait",11} | {"longest",8} | {"refused",7} |");
        Console.WriteLine("|------------------------------------|----------|---------:|---------:|-----------:|------------:|---------:|--------:|");
        foreach (var build in builds)
            await ReportAsync(build, $"{Connections:#,0} connections, HTTP/1.1", HoldConnectionsAsync);
        foreach (var build in builds)
            await ReportAsync(build, $"1 connection, {Streams} streams, HTTP/2", HoldStreamsAsync);
    }

    private static async Task ReportAsync(string[] build, string attack, Func<TargetProcess, CancellationToken, Task> hold)
    {
        await using var target = await TargetProcess.StartAsync(build[0], build[1]);
        using var good = new HttpClient();
        await AskAsync(good, target);
        var before = target.ResidentMiB();
        var waits = new List<TimeSpan>();
        var (peak, refused) = (before, 0);
        using (var ends = new CancellationTokenSource())
        {
            var holding = hold(target, ends.Token);
            for (var round = 0; round < 200; round++)
            {
                var began = Stopwatch.GetTimestamp();
                if (await AskAsync(good, target) != HttpStatusCode.OK)
                    refused++;
                waits.Add(Stopwatch.GetElapsedTime(began));
                peak = Math.Max(peak, target.ResidentMiB());
                await Task.Delay(100, CancellationToken.None);
            }

            await ends.CancelAsync();
            await holding;
        }

        await Task.Delay(Aftermath);
        await AskAsync(good, target);
        waits.Sort();
        var memory = $"{before,4:0} MiB | {peak,4:0} MiB | {target.ResidentMiB(),6:0} MiB";
        Console.WriteLine($"| {attack,-34} | {build[0],-8} | {memory} | {waits[waits.Count / 2].TotalMilliseconds,8:0.0} ms | {waits[^1].TotalMilliseconds,5:0} ms | {refused,7} |");
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, TargetProcess target)
    {
        using var request = SignedInvoke.Request(target.Address, SignedInvoke.Body("workflow", "hello", """{"name":"Ada"}"""));
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task HoldConnectionsAsync(TargetProcess target, CancellationToken ends) =>
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => HoldConnectionAsync(target, ends)));

    private static async Task HoldConnectionAsync(TargetProcess target, CancellationToken ends)
    {
        var headers = string.Concat(SignedInvoke.Headers([]).Select(static header => $"{header.Name}: {header.Value}\r\n"));
        var head = Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: {target.Address.Authority}\r\nContent-Length: {DeclaredBytes}\r\n{headers}\r\n");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, target.Address.Port, ends);
            await socket.SendAsync(head, ends);
            var sent = 0;
            while (sent < SentBytes)
                sent += await socket.SendAsync(new byte[Math.Min(64 * 1024, SentBytes - sent)], ends);
            await Task.Delay(Timeout.Infinite, ends);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The endpoint has ended the connection, or the attack is over.
        }
    }

    private static async Task HoldStreamsAsync(TargetProcess target, CancellationToken ends)
    {
        using var client = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = false }) { Timeout = Timeout.InfiniteTimeSpan };
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(async _ =>
        {
            using var request = SignedInvoke.Request(target.Http2, []);
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            request.Content = new EndlessContent(DeclaredBytes - 1, DeclaredBytes);
            try
            {
                using var response = await client.SendAsync(request, ends);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // The same.
            }
        }));
    }
}
