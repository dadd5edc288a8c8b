using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Endpoint.Tests;

/// <summary>What a host says of a request beside HTTP: when it ends, and what the platform has for it.</summary>
public sealed class HostContractTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const long Start = ManualTime.StartMs;

    [Theory]
    [InlineData("null", 500L, "500")]
    [InlineData("0", 500L, "500")]
    [InlineData("1e400", 500L, "500")]
    [InlineData("400", 500L, "400")]
    [InlineData("400.5", 500L, "400.5")]
    [InlineData("600", 500L, "500")]
    [InlineData("600", -5L, "-5")]
    [InlineData("600", null, "600")]
    [InlineData("null", null, null)]
    public async Task A_run_yields_before_the_earlier_of_the_deadlines_of_its_request_and_its_host(string inBody, long? ofHost, string? counts)
    {
        await using var endpoint = new InMemoryEndpoint();
        var body = $$$"""{"component_type":"workflow","component_name":"yield_there","budget":{"deadline_ms":{{{Absolute(inBody)}}}}}""";

        var answer = await endpoint.SendAsync(new InMemoryRequest(
            "POST", ServerlessEndpoint.InvokePath, System.Text.Encoding.UTF8.GetBytes(body), ofHost is { } host ? DateTimeOffset.FromUnixTimeMilliseconds(Start + host) : null));

        if (counts is null)
            answer.MustComplete("\"through\"");
        else
            answer.MustSuspend($$$"""{"reason":"budget","budget":{"deadline_ms":{{{Absolute(counts)}}}}}""");
    }

    [Fact]
    public async Task A_platform_without_an_environment_hands_the_secret_in_with_each_request()
    {
        await using var endpoint = new InMemoryEndpoint(static options =>
            options.RequestSigningSecretResolver = static (context, _) => new([((Bindings)context!).Secret]));

        (await endpoint.SendAsync(Signed(endpoint, "one", new Bindings("one")))).MustComplete("""{"message":"hello world"}""");
        (await endpoint.SendAsync(Signed(endpoint, "two", new Bindings("two")))).MustComplete("""{"message":"hello world"}""");
        (await endpoint.SendAsync(Signed(endpoint, "one", new Bindings("two")))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        (await endpoint.SendAsync(Signed(endpoint, "one", context: null))).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_SIGNATURE_ERROR");
    }

    [Fact]
    public async Task A_platform_without_an_environment_switches_the_endpoint_off_with_a_request()
    {
        await using var endpoint = new InMemoryEndpoint(static options => options.RequestEnabledResolver = static context => ((Bindings)context!).IsEnabled);

        var on = await endpoint.SendAsync(new InMemoryRequest("GET", ServerlessEndpoint.ManifestPath, hostContext: new Bindings("s")));
        var off = await endpoint.SendAsync(new InMemoryRequest("GET", ServerlessEndpoint.ManifestPath, hostContext: new Bindings("s", IsEnabled: false)));

        Assert.Equal(200, on.Status);
        off.MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_DISABLED");
    }

    [Fact]
    public async Task An_app_reads_the_secret_off_its_own_request()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.RequestSigningSecretResolver = static (context, _) => new([$"{((HttpContext)context!).Request.Headers["X-Tenant"]}-secret-of-this-project"]);
            options.RequestEnabledResolver = static context => !((HttpContext)context!).Request.Headers.ContainsKey("X-Off");
        });

        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Headers["X-Tenant"] = "test")).MustComplete("""{"message":"hello world"}""");
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Headers["X-Tenant"] = "other")).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        (await endpoint.InvokeAsync(Hello, static invoke => invoke.Headers["X-Off"] = "1")).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_DISABLED");
    }

    [Fact]
    public void Of_several_ways_to_the_secret_or_the_switch_none_is_chosen_silently()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => new InMemoryEndpoint(static options =>
        {
            options.SigningSecretResolver = static _ => new([]);
            options.RequestSigningSecretResolver = static (_, _) => new([]);
            options.Enabled = true;
            options.EnabledResolver = static () => true;
            options.RequestEnabledResolver = static _ => true;
        }));

        Assert.Contains("SigningSecretResolver and RequestSigningSecretResolver are both set", error.Message, StringComparison.Ordinal);
        Assert.Contains("Enabled and EnabledResolver and RequestEnabledResolver are all set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_in_memory_can_be_sent_again_and_at_the_same_time()
    {
        await using var endpoint = new InMemoryEndpoint();
        var request = InMemoryRequest.Invoke(Hello);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => endpoint.SendAsync(request))));

        Assert.All(answers, static answer => answer.MustComplete("""{"message":"hello world"}"""));
    }

    // Numbers are from now; what is no number of a clock stays as it is.
    private static string Absolute(string inMs) => inMs is "null" or "0" or "1e400"
        ? inMs
        : (Start + decimal.Parse(inMs, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static InMemoryRequest Signed(InMemoryEndpoint endpoint, string secret, Bindings? context)
    {
        var invoke = new SignedInvoke(Hello, secret);
        invoke.Sign(secret, $"{endpoint.Time.NowMs}", "run-1:0");
        var request = new InMemoryRequest("POST", ServerlessEndpoint.InvokePath, invoke.SentBody, hostContext: context);
        foreach (var (name, value) in invoke.Headers)
            request.Headers[name.ToLowerInvariant()] = value!;
        return request;
    }

    private sealed record Bindings(string Secret, bool IsEnabled = true);
}
