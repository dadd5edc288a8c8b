using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 7: an invoke cannot make the endpoint reach into its own network, and signed URLs stay secret.</summary>
public sealed class OutboundGuardTests
{
    private static readonly byte[] Ada = """{"name":"Ada"}"""u8.ToArray();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::1]")]
    public async Task The_endpoints_own_machine_is_out_of_reach_however_it_is_written(string host)
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowPlainUrls);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(host: host), Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("OutboundGuard.AllowPrivateNetworks", endpoint.Log.Text, StringComparison.Ordinal);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("[fd12:3456::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[::ffff:a00:1]")]
    public async Task Private_networks_are_out_of_reach_by_default(string host)
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowPlainUrls);

        var answer = await endpoint.InvokeAsync(Body("workflow", "draft_report", outputUpload: OutputUpload($"http://{host}/x"), input: """{"length":20}"""));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.Contains("OutboundGuard.AllowPrivateNetworks", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("2852039166")]
    [InlineData("[::ffff:169.254.169.254]")]
    [InlineData("[64:ff9b::a9fe:a9fe]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData("[fe80::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:0:4136:e378:8000:63bf:3fff:fdd2]")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    public async Task Metadata_services_and_addresses_of_nobody_are_out_of_reach_even_where_private_networks_are_allowed(string host)
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef($"http://{host}/latest/meta-data", Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("no option allows", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("localhost", " LocalHost.", true)]
    [InlineData("127.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "store.example.com", false)]
    public async Task Only_hosts_of_the_allow_list_are_reached(string host, string allowed, bool isReached)
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback, "--Agnt5:OutboundGuard:AllowedHosts", $"{allowed}, *.example.com");

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(host: host), Ada)));

        if (isReached)
        {
            answer.MustComplete("""{"message":"hello Ada"}""");
            return;
        }

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("OutboundGuard.AllowedHosts", endpoint.Log.Text, StringComparison.Ordinal);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData("a.store.invalid", true)]
    [InlineData("a.b.STORE.invalid", true)]
    [InlineData("store.invalid", false)]
    [InlineData("evil-store.invalid", false)]
    public async Task A_wildcard_allows_the_names_under_a_host_and_no_others(string host, bool isAllowed)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            AllowPlainUrls(options);
            options.OutboundGuard.AllowedHosts.Add("*.store.invalid");
        });

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef($"http://{host}/x", Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Equal(!isAllowed, endpoint.Log.Text.Contains("OutboundGuard.AllowedHosts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_cannot_look_through_the_endpoint_at_the_network_around_it()
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        (string Url, string Reason)[] unreachable =
        [
            (store.Url(), "OutboundGuard.AllowPrivateNetworks"),
            ("http://10.1.2.3/x", "OutboundGuard.AllowPrivateNetworks"),
            ("http://169.254.169.254/x", "no option allows"),
            ("http://no-such-host.invalid/x", "outbound|HostNotFound|TryAgain"),
            ("http://elsewhere.example.com/x", "OutboundGuard.AllowedHosts"),
        ];
        await using var guarded = await TestEndpoint.StartAsync(static options =>
        {
            AllowPlainUrls(options);
            foreach (var host in new[] { "127.0.0.1", "10.1.2.3", "169.254.169.254", "*.invalid" })
                options.OutboundGuard.AllowedHosts.Add(host);
        });
        await using var strict = await TestEndpoint.StartAsync();
        await using var open = await TestEndpoint.StartAsync(AllowLoopback);
        var attempts = unreachable.Select(attempt => (guarded, attempt.Url, attempt.Reason)).Concat(
        [
            (strict, "http://store.example.com/x", "OutboundGuard.RequireHttps"),
            (strict, "https://store.example.com:8443/x", "OutboundGuard.AllowedPorts"),
            (open, "http://127.0.0.1:1/x", "ConnectionRefused"),
            (open, store.Url().Replace("http:", "https:", StringComparison.Ordinal), "SecureConnectionError"),
        ]);

        var fetched = new HashSet<string>();
        var stored = new HashSet<string>();
        foreach (var (endpoint, url, reason) in attempts)
        {
            var told = endpoint.Log.Lines.Count;
            fetched.Add((await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)))).Text);
            stored.Add((await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(url)))).Text);
            foreach (var what in new[] { "input_ref", "output" })
            {
                var line = Assert.Single(endpoint.Log.Lines.Skip(told), line => line.Message.Contains($"The {what} ", StringComparison.Ordinal));
                Assert.True(reason.Split('|').Any(word => line.Message.Contains(word, StringComparison.Ordinal)), line.Message);
            }
        }

        Assert.Single(fetched);
        Assert.Single(stored);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData(false, null, "", "http://127.0.0.1/x", false)]
    [InlineData(false, null, "", "https://127.0.0.1:8443/x", false)]
    [InlineData(false, null, "", "https://127.0.0.1:80/x", false)]
    [InlineData(false, null, "", "https://127.0.0.1/x", true)]
    [InlineData(false, null, "", "https://127.0.0.1:443/x", true)]
    [InlineData(false, false, "", "http://127.0.0.1/x", true)]
    [InlineData(false, false, "", "http://127.0.0.1:9000/x", false)]
    [InlineData(false, false, "9000", "http://127.0.0.1:9000/x", true)]
    [InlineData(false, false, "9000", "http://127.0.0.1/x", false)]
    [InlineData(false, null, "9000", "http://127.0.0.1:9000/x", false)]
    [InlineData(false, null, "0", "https://127.0.0.1:1/x", true)]
    [InlineData(true, null, "", "http://127.0.0.1:9000/x", true)]
    [InlineData(true, true, "", "http://127.0.0.1:9000/x", false)]
    [InlineData(true, null, "443", "http://127.0.0.1:9000/x", false)]
    public async Task Outside_of_development_payloads_travel_by_https_and_its_port(bool isDevelopment, bool? requireHttps, string ports, string url, bool isAllowed)
    {
        await using var sockets = await StartAsync(null);
        var asked = 0;
        await using var handler = await StartAsync(() => new AnsweringHandler(() => asked++));

        await sockets.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)));
        await handler.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)));

        Assert.Equal(!isAllowed, sockets.Log.Text.Contains("the outbound guard refused the host 127.0.0.1: its url ", StringComparison.Ordinal));
        Assert.Equal(isAllowed ? 1 : 0, asked);

        Task<TestEndpoint> StartAsync(Func<HttpMessageHandler>? factory) => TestEndpoint.StartAsync(
            options =>
            {
                options.IsDevelopment = isDevelopment;
                options.OutboundGuard.AllowPrivateNetworks = true;
                options.OutboundGuard.RequireHttps = requireHttps;
                options.OutboundGuard.HandlerFactory = factory;
            },
            "--Agnt5:OutboundGuard:AllowedPorts", ports, "--Agnt5:OutboundGuard:AllowedHosts", "127.0.0.1");
    }

    [Fact]
    public async Task The_guard_is_configured_like_every_other_option()
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null,
            "--Agnt5:OutboundGuard:AllowPrivateNetworks", "true",
            "--Agnt5:OutboundGuard:RequireHttps", "false",
            "--Agnt5:OutboundGuard:AllowedPorts", $"1, {store.Port}",
            "--Agnt5:OutboundGuard:Timeout", "00:00:20",
            "--Agnt5:OutboundGuard:AllowedHosts:0", "127.0.0.1");

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada)))).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task A_guard_that_cannot_work_stops_the_start_with_one_message_that_names_every_fix()
    {
        var unreadable = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null, "--Agnt5:OutboundGuard:AllowPrivateNetworks", "yes", "--Agnt5:OutboundGuard:Timeout", "soon",
            "--Agnt5:OutboundGuard:AllowedPorts", "443, https"));
        Assert.Contains("Agnt5:OutboundGuard:AllowedPorts is 'https': give ports with commas, like 443, 8443.", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5:OutboundGuard:AllowPrivateNetworks is 'yes': give true or false.", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5:OutboundGuard:Timeout is 'soon': give a time from 1 millisecond to 01:00:00, for example 00:00:30.", unreadable.Message, StringComparison.Ordinal);

        var unworkable = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null, "--Agnt5:OutboundGuard:Timeout", "30.00:00:00", "--Agnt5:OutboundGuard:AllowedHosts", "https://store.example.com/, *, store:443",
            "--Agnt5:OutboundGuard:AllowedPorts", "65536"));
        Assert.Contains("OutboundGuard.AllowedPorts has 65536", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("OutboundGuard.Timeout is 30.00:00:00", unworkable.Message, StringComparison.Ordinal);
        foreach (var host in new[] { "https://store.example.com/", "*", "store:443" })
            Assert.Contains($"OutboundGuard.AllowedHosts has '{host}'", unworkable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_url_is_in_no_answer_and_no_log()
    {
        await using var missing = await StoreStub.StartAsync(static context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var open = await TestEndpoint.StartAsync(AllowLoopback);
        await using var guarded = await TestEndpoint.StartAsync(AllowPlainUrls);
        string[] urls = [missing.Url(), $"http://user:s3cr3t@127.0.0.1:{missing.Port}/", "http://no-such-host.invalid/s3cr3t?s3cr3t#s3cr3t", "ftp://x/?s3cr3t", "https://127.0.0.1:1/s3cr3t"];

        foreach (var url in urls)
        {
            foreach (var endpoint in new[] { open, guarded })
            {
                var input = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)));
                var output = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(url)));
                Assert.NotNull(input.Code);
                Assert.NotNull(output.Code);
                Assert.DoesNotContain("s3cr3t", input.Text + output.Text, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("s3cr3t", open.Log.Text + guarded.Log.Text, StringComparison.Ordinal);
    }

    private sealed class AnsweringHandler(Action asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked();
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(Ada) });
        }
    }
}
