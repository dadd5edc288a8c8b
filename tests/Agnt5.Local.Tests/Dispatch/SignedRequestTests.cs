using System.Security.Cryptography;
using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Dispatch.Hosting;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>What stands in a request (protocol section 3), and where it may go.</summary>
public sealed class SignedRequestTests : IDisposable
{
    private const string Completed = """{"status":"completed"}""";

    private readonly EndpointClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_invoke_is_signed_with_the_trimmed_secret_over_time_attempt_and_body()
    {
        using var server = RawServer.Answering(RawServer.Response("200 OK", Completed));
        using var connection = server.Connect(_client, static settings => settings with { Url = new Uri(settings.Url, "/mounted/here/") });

        await connection.InvokeAsync(new InvokeRequest("run_1", 3, "{}"u8.ToArray()), default);

        var request = Assert.Single(server.Requests);
        var timestamp = Header(request, "X-AGNT5-Timestamp");
        var attemptId = "run_1:3";
        var mac = HMACSHA256.HashData("a-secret"u8, Encoding.UTF8.GetBytes($"{timestamp}.{attemptId}.{{}}"));
        Assert.StartsWith("POST /mounted/here/agnt5/invoke HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Equal("workerless-hmac-sha256.v1", Header(request, "X-AGNT5-Signature-Version"));
        Assert.Equal($"sha256={Convert.ToHexStringLower(mac)}", Header(request, "X-AGNT5-Signature"));
        Assert.Equal("application/json", Header(request, "Content-Type"));
        Assert.Equal("identity", Header(request, "Accept-Encoding"));
    }

    [Fact]
    public async Task The_headers_of_the_deployment_go_with_invokes_and_with_the_request_for_the_manifest()
    {
        var headers = new Dictionary<string, string> { ["x-vercel-protection-bypass"] = "token-1", ["Authorization"] = "Bearer token-2" };
        using var server = RawServer.Answering(RawServer.Response("200 OK", Completed));
        using var connection = server.Connect(_client, settings => settings with { InvokeHeaders = headers });

        await connection.InvokeAsync(Request("function", "any", "{}"), default);
        await connection.GetManifestAsync(default);

        Assert.Equal(2, server.Requests.Count);
        foreach (var request in server.Requests)
        {
            Assert.Equal("token-1", Header(request, "x-vercel-protection-bypass"));
            Assert.Equal("Bearer token-2", Header(request, "Authorization"));
        }
    }

    [Fact]
    public async Task One_invoke_after_the_other_goes_over_one_connection()
    {
        var response = Encoding.UTF8.GetBytes(RawServer.Response("200 OK", Completed));
        using var server = RawServer.Start(async stream =>
        {
            await stream.WriteAsync(response);
            await RawServer.ReadRequestAsync(stream);
            await stream.WriteAsync(response);
        });
        using var connection = server.Connect(_client);

        HttpConnectionTests.Answered<CompletedAnswer>(await connection.InvokeAsync(Request("function", "any", "{}"), default));
        HttpConnectionTests.Answered<CompletedAnswer>(await connection.InvokeAsync(Request("function", "any", "{}"), default));

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Cookies_of_an_answer_do_not_come_back()
    {
        using var server = RawServer.Answering(RawServer.Response("200 OK", Completed, "Set-Cookie: a=b\r\n"));
        using var connection = server.Connect(_client);

        await connection.InvokeAsync(Request("function", "any", "{}"), default);
        await connection.InvokeAsync(Request("function", "any", "{}"), default);

        Assert.All(server.Requests, static request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Host", "x", "HTTP or the protocol decides over it")]
    [InlineData("content-length", "5", "HTTP or the protocol decides over it")]
    [InlineData("X-Agnt5-Signature", "x", "HTTP or the protocol decides over it")]
    [InlineData("a b", "x", "not the name of an HTTP header")]
    [InlineData("", "x", "not the name of an HTTP header")]
    [InlineData("x-a", "1\r\nx-b: 2", "visible ASCII")]
    public void A_header_that_cannot_be_sent_is_refused_before_anything_is_sent(string name, string value, string message)
    {
        var settings = new HttpConnectionSettings { Url = new Uri("http://127.0.0.1:1"), RequestTimeoutMs = 1, InvokeHeaders = new Dictionary<string, string> { [name] = value } };

        Assert.Contains(message, Assert.Throws<EndpointException>(() => new HttpConnection(_client, settings, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://orders.example.com", "http is for endpoints of this machine")]
    [InlineData("http://10.0.0.1:8787", "http is for endpoints of this machine")]
    [InlineData("http://localhost.example.com", "http is for endpoints of this machine")]
    [InlineData("http://0.0.0.0:8787", "http is for endpoints of this machine")]
    [InlineData("ftp://127.0.0.1", "not an absolute http or https URL")]
    [InlineData("/agnt5/invoke", "not an absolute http or https URL")]
    [InlineData("https://user:word@orders.example.com", "credentials")]
    [InlineData("https://orders.example.com/?a=b", "query")]
    public void A_url_that_must_not_be_used_is_refused_with_what_to_give_instead(string url, string message)
    {
        var refused = Assert.Throws<EndpointException>(() => EndpointAddress.Of(new Uri(url, UriKind.RelativeOrAbsolute)));

        Assert.Equal("ENDPOINT_URL_REFUSED", refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8787", "http://127.0.0.1:8787/agnt5/invoke")]
    [InlineData("http://127.9.9.9", "http://127.9.9.9/agnt5/invoke")]
    [InlineData("http://[::1]:80/", "http://[::1]/agnt5/invoke")]
    [InlineData("http://LOCALHOST:5000/api/", "http://localhost:5000/api/agnt5/invoke")]
    [InlineData("http://orders.localhost", "http://orders.localhost/agnt5/invoke")]
    [InlineData("https://orders.example.com/a%20b", "https://orders.example.com/a%20b/agnt5/invoke")]
    [InlineData("https://10.0.0.1", "https://10.0.0.1/agnt5/invoke")]
    public void The_protocols_paths_stand_behind_the_mount(string url, string invoke) => Assert.Equal(invoke, EndpointAddress.Of(new Uri(url)).Invoke.AbsoluteUri);

    [Theory]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://224.0.0.1")]
    public async Task An_address_that_no_endpoint_has_is_not_connected_to(string url)
    {
        using var connection = new HttpConnection(_client, new HttpConnectionSettings { Url = new Uri(url), RequestTimeoutMs = 1000 }, TimeProvider.System);

        var lost = HttpConnectionTests.Lost(await connection.InvokeAsync(Request("function", "any", "{}"), default));

        Assert.Equal("ENDPOINT_URL_REFUSED", lost.Code);
        Assert.Contains("an address that no endpoint has", lost.Message, StringComparison.Ordinal);
    }

    private static string Header(string request, string name)
    {
        var line = request.Split("\r\n").Single(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase));
        return line[(name.Length + 2)..];
    }
}
