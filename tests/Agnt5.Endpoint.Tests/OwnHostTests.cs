using System.Net;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using OwnHost;

namespace Agnt5.Endpoint.Tests;

/// <summary>The host of <c>docs/hosting.md</c> (<c>samples/OwnHost</c>), over real HTTP, and the page held to it.</summary>
public sealed class OwnHostTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";

    [Fact]
    public async Task The_host_of_the_page_answers_as_the_protocol_says()
    {
        await using var host = new Running();

        (await host.InvokeAsync(Hello)).MustComplete("""{"message":"hello world"}""");
        (await host.InvokeAsync(Hello + new string(' ', Running.Limit))).MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
        (await host.InvokeAsync(Hello, static invoke => invoke.Headers["X-AGNT5-Signature"] = null)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
    }

    [Fact]
    public async Task A_connection_serves_one_invoke_after_the_other()
    {
        await using var host = new Running();
        var connections = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                connections++;
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(host.Address, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = host.Client.BaseAddress };

        for (var i = 0; i < 5; i++)
        {
            using var response = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());
            (await Answer.ReadAsync(response)).MustComplete("""{"message":"hello world"}""");
        }

        Assert.Equal(1, connections);
    }

    [Theory]
    [InlineData("/.well-known/agnt5", 200)]
    [InlineData("/.well-known/agnt5?v=2", 200)]
    [InlineData("/.well-known/agnt5/", 404)]
    [InlineData("/.well-known/%61gnt5", 404)]
    [InlineData("/", 404)]
    public async Task The_host_of_the_page_hands_the_path_in_as_it_stands_in_the_request(string path, int status)
    {
        await using var host = new Running();

        Assert.Equal(status, (await RawHttp.SendAsync(host.Address, $"GET {path} HTTP/1.1\r\nHost: {host.Address}\r\nConnection: close\r\n\r\n")).Status);
    }

    [Fact]
    public async Task The_host_of_the_page_takes_targets_in_absolute_form()
    {
        await using var host = new Running();

        Assert.Equal(200, (await RawHttp.SendAsync(host.Address, $"GET http://{host.Address}/.well-known/agnt5?v=2 HTTP/1.1\r\nHost: {host.Address}\r\nConnection: close\r\n\r\n")).Status);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_refused_and_harms_no_other_request()
    {
        await using var host = new Running();
        var headers = string.Concat(new SignedInvoke(Hello, TestEndpoint.Secret).Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        using var socket = await RawHttp.ConnectAsync(host.Address);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: {host.Address}\r\nContent-Length: {Hello.Length}\r\nConnection: close\r\n{headers}\r\n{Hello[..^1]}"));
        socket.Shutdown(SocketShutdown.Send);

        var (status, body) = await RawHttp.ReadAsync(socket);

        new Answer(status, body).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
        (await host.InvokeAsync(Hello)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_body_that_stalls_is_refused_in_time_and_harms_no_other_request()
    {
        var time = new ManualTime();
        await using var host = new Running(time);
        var invoke = new SignedInvoke(Hello, TestEndpoint.Secret);
        invoke.Sign(TestEndpoint.Secret, $"{time.NowMs}", "run-1:0");
        var headers = string.Concat(invoke.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        using var socket = await RawHttp.ConnectAsync(host.Address);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: {host.Address}\r\nContent-Length: {Hello.Length}\r\n{headers}\r\n{Hello[..^1]}"));
        await time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(30));

        time.AdvanceMs(30_000);

        var (status, body) = await RawHttp.ReadAsync(socket);
        new Answer(status, body).MustBe(HttpStatusCode.RequestTimeout, "WORKERLESS_REQUEST_TIMEOUT");
        using var manifest = await host.Client.GetAsync("/.well-known/agnt5");
        Assert.Equal(HttpStatusCode.OK, manifest.StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_told_to_stop_lets_running_invocations_finish()
    {
        await using var host = new Running();
        var running = host.InvokeAsync("""{"component_type":"workflow","component_name":"first_of_three","run_id":"last"}""");
        while (host.Steps.Of("last", "quick") == 0)
            await Task.Delay(5);

        await host.StopAsync();

        (await running).MustComplete("\"1 False\"");
    }

    [Theory]
    [InlineData("ListenerHost.cs")]
    [InlineData("Program.cs")]
    public async Task The_page_quotes_the_host_as_it_is(string file)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Pages", "hosting.md"));
        var code = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Pages", $"{file}.txt"));

        Assert.Contains($"```csharp\n{code.ReplaceLineEndings("\n").TrimEnd()}\n```", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    /// <summary>The host on a free port, with the components of this project.</summary>
    private sealed class Running : IAsyncDisposable
    {
        public const int Limit = 4096;

        private readonly CancellationTokenSource _stop = new();
        private readonly ServiceProvider _services;
        private readonly Task _serving;

        public Running(TimeProvider? time = null)
        {
            _services = new ServiceCollection().AddSingleton<StepCounter>().AddSingleton(time ?? TimeProvider.System).BuildServiceProvider();
            // The listener takes no port 0.
            Address = new IPEndPoint(IPAddress.Loopback, FreePort.Find());
            var options = new ServerlessOptions { SigningSecret = TestEndpoint.Secret, MaxRequestBodyBytes = Limit };
            var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, options, _services);
            _serving = new ListenerHost(endpoint, $"http://{Address}/").RunAsync(_stop.Token);
            Client = new HttpClient { BaseAddress = new Uri($"http://{Address}/") };
        }

        public IPEndPoint Address { get; }

        public HttpClient Client { get; }

        public StepCounter Steps => _services.GetRequiredService<StepCounter>();

        public async Task<Answer> InvokeAsync(string body, Action<SignedInvoke>? change = null)
        {
            var invoke = new SignedInvoke(body, TestEndpoint.Secret);
            change?.Invoke(invoke);
            using var response = await Client.SendAsync(invoke.ToRequest());
            return await Answer.ReadAsync(response);
        }

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await _serving;
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            Client.Dispose();
            _stop.Dispose();
            await _services.DisposeAsync();
        }
    }
}
