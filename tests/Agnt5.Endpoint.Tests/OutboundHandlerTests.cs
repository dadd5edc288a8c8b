using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Requests to object stores go through what a host hands in, where the platform has no sockets, and the guard holds as far as it can see.</summary>
public sealed class OutboundHandlerTests
{
    private const string Url = "https://store.example.com/object.json?sig=s3cr3t";

    private static readonly byte[] Ada = """{"name":"Ada"}"""u8.ToArray();

    [Fact]
    public async Task Inputs_and_outputs_go_through_the_handler_of_the_host()
    {
        var store = new HostHandler(static _ => new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
        await using var endpoint = await StartAsync(() => store, "store.example.com");

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(Url, Ada)))).MustComplete("""{"message":"hello Ada"}""");
        var stored = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(Url)));

        Assert.NotNull(stored.Json["output_ref"]);
        Assert.Equal(["GET", "PUT"], store.Requests);
    }

    [Fact]
    public async Task The_host_is_asked_for_one_handler()
    {
        var handlers = 0;
        await using var endpoint = await StartAsync(
            () =>
            {
                handlers++;
                return new HostHandler(static _ => new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
            },
            "store.example.com");

        for (var i = 0; i < 3; i++)
            (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(Url, Ada)))).MustComplete("""{"message":"hello Ada"}""");

        Assert.Equal(1, handlers);
    }

    [Fact]
    public async Task An_endpoint_that_cannot_see_addresses_does_not_start_before_its_hosts_are_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(static () => StartAsync(static () => new HostHandler(static _ => new HttpResponseMessage())));

        Assert.Contains("OutboundGuard.AllowedHosts is empty, and the handler of OutboundGuard.HandlerFactory does not show", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_factory_that_fails_stops_the_start_and_not_the_first_large_payload()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            static () => StartAsync(static () => throw new InvalidOperationException("no client on this platform"), "store.example.com"));
        var none = await Assert.ThrowsAsync<InvalidOperationException>(static () => StartAsync(static () => null!, "store.example.com"));

        Assert.Equal("no client on this platform", error.Message);
        Assert.Contains("OutboundGuard.HandlerFactory returned null", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_follows_no_redirects_may_have_sent_requests_before()
    {
        await using var store = await StoreStub.StartAsync(static context => context.Response.Body.WriteAsync(Ada).AsTask());
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using (var client = new HttpClient(handler, disposeHandler: false))
            await client.GetAsync(store.Url());

        await using var endpoint = await StartAsync(() => handler, AllowLoopback, "127.0.0.1");

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada)))).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task A_factory_that_is_set_after_the_start_changes_nothing_about_what_is_checked()
    {
        ServerlessOptions? ofEndpoint = null;
        await using var endpoint = await TestEndpoint.StartAsync(options => AllowPlainUrls(ofEndpoint = options));
        var store = new HostHandler(static _ => new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
        ofEndpoint!.OutboundGuard.HandlerFactory = () => store;

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef("http://127.0.0.1/x", Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("OutboundGuard.AllowPrivateNetworks", endpoint.Log.Text, StringComparison.Ordinal);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData(@"https://store.example.com\@other.example.com/x")]
    [InlineData(@"https://other.example.com\@store.example.com/x")]
    public async Task A_url_whose_host_clients_read_differently_reaches_no_handler(string url)
    {
        var store = new HostHandler(static _ => new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
        await using var endpoint = await StartAsync(() => store, "store.example.com");

        await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)));

        // Some clients end the host at the backslash, and others take what stands before the @ for a user's name.
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData("other.example.com", "OutboundGuard.AllowedHosts")]
    [InlineData("127.0.0.1", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("0x7f.1", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("[::1]", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("[::ffff:10.0.0.1]", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("LocalHost.", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("store.localhost", "OutboundGuard.AllowPrivateNetworks")]
    [InlineData("169.254.169.254", "no option allows")]
    [InlineData("[64:ff9b::a9fe:a9fe]", "no option allows")]
    public async Task What_can_be_told_from_the_url_is_checked_as_ever(string host, string reason)
    {
        var store = new HostHandler(static _ => new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
        await using var endpoint = await StartAsync(
            () => store, "store.example.com", "127.0.0.1", "::1", "::ffff:10.0.0.1", "localhost", "*.localhost", "169.254.169.254", "64:ff9b::a9fe:a9fe");

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef($"https://{host}/x", Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains(reason, endpoint.Log.Text, StringComparison.Ordinal);
        Assert.Empty(store.Requests);
    }

    [Fact]
    public async Task A_redirect_stays_one_and_what_came_by_one_is_refused()
    {
        await using var redirected = await StartAsync(static () => new HostHandler(static _ => new HttpResponseMessage(HttpStatusCode.Found)), "store.example.com");
        await using var followed = await StartAsync(
            static () => new HostHandler(static _ => new HttpResponseMessage
            {
                Content = new ByteArrayContent(Ada),
                RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://10.0.0.1/internal"),
            }),
            "store.example.com");

        foreach (var (endpoint, reason) in new[] { (redirected, "status 302"), (followed, "followed a redirect") })
        {
            var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(Url, Ada)));
            answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
            Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_would_follow_redirects_is_told_not_to(bool isWrapped)
    {
        await using var store = await StoreStub.StartAsync(static context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await using var endpoint = await StartAsync(() => isWrapped ? new Wrapper(new SocketsHttpHandler()) : new HttpClientHandler(), AllowLoopback, "127.0.0.1");

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Single(store.Requests);
    }

    [Theory]
    [InlineData("send")]
    [InlineData("content")]
    [InlineData("stream")]
    public async Task A_handler_that_fails_in_its_own_way_is_a_store_that_cannot_be_reached(string failsIn)
    {
        await using var endpoint = await StartAsync(
            () => new HostHandler(_ => failsIn switch
            {
                "content" => new HttpResponseMessage { Content = new FailingContent() },
                "stream" => new HttpResponseMessage { Content = new StreamContent(new FailingStream()) },
                _ => throw new InvalidOperationException("s3cr3t of the platform"),
            }),
            "store.example.com");

        var input = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(Url, Ada)));

        input.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Empty(endpoint.Log.About("failed inside the endpoint"));
        Assert.DoesNotContain("s3cr3t", input.Text, StringComparison.Ordinal);
        Assert.Single(endpoint.Log.About("InvalidOperationException"));
    }

    [Fact]
    public async Task What_a_handler_says_of_its_failure_is_in_the_log_unless_it_repeats_the_signed_url()
    {
        await using var plain = await StartAsync(static () => new HostHandler(static _ => throw new InvalidOperationException("no connection to the gateway")), "store.example.com");
        await using var leaking = await StartAsync(static () => new HostHandler(static request => throw new InvalidOperationException($"cannot GET {request.RequestUri}")), "store.example.com");

        foreach (var endpoint in new[] { plain, leaking })
            (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(Url, Ada)))).MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");

        Assert.Single(plain.Log.About("InvalidOperationException: no connection to the gateway"));
        Assert.Single(leaking.Log.About("InvalidOperationException"));
        Assert.DoesNotContain("s3cr3t", leaking.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_the_handler_fails_is_not_taken_for_a_result_that_changed()
    {
        await using var endpoint = await StartAsync(static () => new HostHandler(static _ => throw new InvalidOperationException("of the platform")), "store.example.com");

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(Url)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.Contains("could not be reached", answer.Message, StringComparison.Ordinal);
    }

    private static Task<TestEndpoint> StartAsync(Func<HttpMessageHandler> factory, params string[] hosts) => StartAsync(factory, static _ => { }, hosts);

    private static Task<TestEndpoint> StartAsync(Func<HttpMessageHandler> factory, Action<ServerlessOptions> configure, params string[] hosts) => TestEndpoint.StartAsync(options =>
    {
        configure(options);
        options.OutboundGuard.HandlerFactory = factory;
        foreach (var host in hosts)
            options.OutboundGuard.AllowedHosts.Add(host);
    });

    /// <summary>What a platform without sockets sends by.</summary>
    private sealed class HostHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.Method.Method);
            return Task.FromResult(answer(request));
        }
    }

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class FailingContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("s3cr3t of the platform's content");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("a stream of the host's");
    }
}
