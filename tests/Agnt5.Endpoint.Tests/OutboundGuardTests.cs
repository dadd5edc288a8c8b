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
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(host: host), Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("OutboundGuard.AllowPrivateNetworks", answer.Message, StringComparison.Ordinal);
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
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Body("workflow", "draft_report", outputUpload: OutputUpload($"http://{host}/x"), input: """{"length":20}"""));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.Contains("OutboundGuard.AllowPrivateNetworks", answer.Message, StringComparison.Ordinal);
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
        Assert.Contains("no option allows", answer.Message, StringComparison.Ordinal);
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
        Assert.Contains("OutboundGuard.AllowedHosts", answer.Message, StringComparison.Ordinal);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData("a.store.invalid", true)]
    [InlineData("a.b.STORE.invalid", true)]
    [InlineData("store.invalid", false)]
    [InlineData("evil-store.invalid", false)]
    public async Task A_wildcard_allows_the_names_under_a_host_and_no_others(string host, bool isAllowed)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.OutboundGuard.AllowedHosts.Add("*.store.invalid"));

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef($"http://{host}/x", Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Equal(!isAllowed, answer.Message!.Contains("OutboundGuard.AllowedHosts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_guard_is_configured_like_every_other_option()
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null,
            "--Agnt5:OutboundGuard:AllowPrivateNetworks", "true",
            "--Agnt5:OutboundGuard:Timeout", "00:00:20",
            "--Agnt5:OutboundGuard:AllowedHosts:0", "127.0.0.1");

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada)))).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task A_guard_that_cannot_work_stops_the_start_with_one_message_that_names_every_fix()
    {
        var unreadable = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null, "--Agnt5:OutboundGuard:AllowPrivateNetworks", "yes", "--Agnt5:OutboundGuard:Timeout", "soon"));
        Assert.Contains("Agnt5:OutboundGuard:AllowPrivateNetworks is 'yes': give true or false.", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5:OutboundGuard:Timeout is 'soon': give a time like 00:00:30.", unreadable.Message, StringComparison.Ordinal);

        var unworkable = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(
            (Action<ServerlessOptions>?)null, "--Agnt5:OutboundGuard:Timeout", "30", "--Agnt5:OutboundGuard:AllowedHosts", "https://store.example.com/, *, store:443"));
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
        await using var guarded = await TestEndpoint.StartAsync();
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
}
