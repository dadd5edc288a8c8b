using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Abuse;

/// <summary>Invoke requests, signed as AGNT5 signs them (protocol section 3).</summary>
internal static class SignedInvoke
{
    public const string Secret = "a-secret-for-attacks-on-loopback";

    private const string AttemptId = "run_abuse:0";

    /// <summary>The body of an invoke.</summary>
    /// <param name="type">The component's type.</param>
    /// <param name="name">The component's name.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="more">More members of the request, with a comma in front.</param>
    public static byte[] Body(string type, string name, string input, string more = "") => Encoding.UTF8.GetBytes(
        $$"""{"protocol_version":"workerless.v1","run_id":"run_abuse","component_type":"{{type}}","component_name":"{{name}}","attempt":0,"input":{{input}}{{more}}}""");

    public static HttpRequestMessage Request(Uri address, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/agnt5/invoke")) { Content = content };
        foreach (var (name, value) in Headers(body))
            request.Headers.Add(name, value);
        return request;
    }

    /// <summary>The signature's headers. Whoever has no secret can write them too, but for the last.</summary>
    public static (string Name, string Value)[] Headers(byte[] body)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes($"{timestamp}.{AttemptId}."), .. body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message);
        return
        [
            ("X-AGNT5-Signature-Version", "workerless-hmac-sha256.v1"),
            ("X-AGNT5-Timestamp", timestamp),
            ("X-AGNT5-Attempt-ID", AttemptId),
            ("X-AGNT5-Signature", $"sha256={Convert.ToHexStringLower(mac)}"),
        ];
    }
}
