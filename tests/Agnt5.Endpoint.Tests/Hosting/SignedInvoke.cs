using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>An invoke as AGNT5 signs it (protocol section 3). A test changes the part that it is about.</summary>
public sealed class SignedInvoke
{
    private readonly byte[] _body;

    public SignedInvoke(string body, string secret)
    {
        _body = Encoding.UTF8.GetBytes(body);
        SentBody = _body;
        Sign(secret, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), "run-1:0");
    }

    /// <summary>The headers, without those that the test removed.</summary>
    public Dictionary<string, string?> Headers { get; } = [];

    /// <summary>The bytes on the wire, which may differ from the signed ones.</summary>
    public byte[] SentBody { get; set; }

    public void Sign(string secret, string timestamp, string attemptId)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes($"{timestamp}.{attemptId}."), .. _body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message);
        Headers["X-AGNT5-Signature-Version"] = "workerless-hmac-sha256.v1";
        Headers["X-AGNT5-Timestamp"] = timestamp;
        Headers["X-AGNT5-Attempt-ID"] = attemptId;
        Headers["X-AGNT5-Signature"] = $"sha256={Convert.ToHexStringLower(mac)}";
    }

    /// <summary>The invoke as a request of a host that has it in memory.</summary>
    public InMemoryRequest ToRequestInMemory()
    {
        var request = InMemoryRequest.Invoke(SentBody);
        foreach (var (name, value) in Headers)
        {
            if (value is not null)
                request.Headers[name] = value;
        }

        return request;
    }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/agnt5/invoke") { Content = new ByteArrayContent(SentBody) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Headers)
        {
            if (value is not null)
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return request;
    }
}
