using System.Net;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 1: which requests are answered at all.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/agnt5")]
    [InlineData("GET", "/.well-known/agnt5/")]
    [InlineData("POST", "/agnt5/invoke/")]
    [InlineData("POST", "/AGNT5/invoke")]
    [InlineData("POST", "/agnt5//invoke")]
    [InlineData("POST", "/agnt5/%69nvoke")]
    [InlineData("GET", "/agnt5/invoke")]
    [InlineData("PUT", "/agnt5/invoke")]
    [InlineData("DELETE", "/agnt5/invoke")]
    [InlineData("OPTIONS", "/agnt5/invoke")]
    [InlineData("POST", "/.well-known/agnt5")]
    [InlineData("PATCH", "/.well-known/agnt5")]
    public async Task A_request_beside_the_protocol_gets_the_one_not_found_answer(string method, string target)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var (status, body) = await RawHttp.SendAsync(endpoint.Address, $"{method} {target} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.Equal(404, status);
        Assert.Equal("""{"error":"not_found","message":"AGNT5 workerless route not found"}""", body);
    }

    [Theory]
    [InlineData("/.well-known/agnt5", "Host: anything.example")]
    [InlineData("/.well-known/agnt5?v=2&x=%20", "Host: x")]
    [InlineData("http://other.example/.well-known/agnt5", "Host: other.example")]
    [InlineData("http://other.example/.well-known/agnt5", "Host: x")]
    [InlineData("/.well-known/agnt5", "Host: x\r\nForwarded: for=evil;host=evil\r\nX-Forwarded-Host: a, b\r\nX-Forwarded-Prefix: /nope")]
    [InlineData("/.well-known/agnt5", "Host: x\r\nX-AGNT5-Signature: sha256=00\r\nX-AGNT5-Timestamp: abc")]
    public async Task AGNT5_gets_the_manifest_however_the_request_was_routed(string target, string headers)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.ServiceName = "orders");

        var (status, body) = await RawHttp.SendAsync(endpoint.Address, $"GET {target} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n");

        Assert.Equal(200, status);
        Assert.Equal("orders", JsonNode.Parse(body)!["service_name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_operator_switches_both_routes_off_and_on_without_a_restart()
    {
        var isOn = true;
        await using var endpoint = await TestEndpoint.StartAsync(options => options.EnabledResolver = () => isOn);
        const string hello = """{"component_type":"workflow","component_name":"hello"}""";
        (await endpoint.InvokeAsync(hello)).MustComplete("""{"message":"hello world"}""");

        isOn = false;
        (await endpoint.InvokeAsync(hello)).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_DISABLED");
        (await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"))).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_DISABLED");
        Assert.Equal(HttpStatusCode.NotFound, (await endpoint.Client.GetAsync("/other")).StatusCode);

        isOn = true;
        (await endpoint.InvokeAsync(hello)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task An_endpoint_that_is_switched_off_in_its_options_stays_off()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.Enabled = false);

        var answer = await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"));

        answer.MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_DISABLED");
    }
}
