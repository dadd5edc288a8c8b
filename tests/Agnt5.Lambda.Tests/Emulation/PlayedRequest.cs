using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>An HTTP request on its way to AWS.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, without query.</param>
/// <param name="Headers">Its headers, in order, of which several may have one name.</param>
/// <param name="Body">Its body.</param>
internal sealed record PlayedRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public const string Secret = "test-secret-of-this-project";

    public static PlayedRequest Get(string path) => new("GET", path, [], []);

    /// <summary>An invoke, signed as AGNT5 signs it (protocol section 3).</summary>
    public static PlayedRequest Invoke(string body) => Invoke(Encoding.UTF8.GetBytes(body));

    public static PlayedRequest Invoke(byte[] body)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes($"{time}.run-1:0."), .. body];
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message));
        return new PlayedRequest("POST", "/agnt5/invoke", [], body)
            .With("Content-Type", "application/json")
            .With("X-AGNT5-Signature-Version", "workerless-hmac-sha256.v1")
            .With("X-AGNT5-Timestamp", time)
            .With("X-AGNT5-Attempt-ID", "run-1:0")
            .With("X-AGNT5-Signature", $"sha256={mac}");
    }

    public PlayedRequest With(string name, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(name, value)] };

    public PlayedRequest Without(string name) => this with { Headers = [.. Headers.Where(header => header.Key != name)] };

    /// <summary>Whether the body is UTF-8.</summary>
    public bool IsText
    {
        get
        {
            try
            {
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(Body);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
