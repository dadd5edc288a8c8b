using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agnt5.Local.Engine.Triggers;

namespace Agnt5.Local.Tests.Triggers;

/// <summary>Signs requests as the five providers do.</summary>
internal static class SignedRequest
{
    public const string Secret = "a-secret-of-the-integration";

    public const long NowMs = 1_733_337_600_500;

    public const long NowSeconds = NowMs / 1000;

    public static WebhookRequest Of(string source, string body, string secret = Secret, long seconds = NowSeconds)
    {
        var time = seconds.ToString(CultureInfo.InvariantCulture);
        return source switch
        {
            "standard" => Request(
                body, ("webhook-id", "msg_1"), ("webhook-timestamp", time), ("webhook-event", "order.created"), ("webhook-signature", "v1," + Base64(secret, $"msg_1.{time}.{body}"))),
            "sentry" => Request(body, ("sentry-hook-resource", "issue"), ("request-id", "req_1"), ("sentry-hook-signature", Hex(secret, body))),
            "stripe" => Request(body, ("stripe-signature", $"t={time},v0=ignored,v1={Hex(secret, $"{time}.{body}")}")),
            "github" => Request(body, ("x-github-event", "issues"), ("x-github-delivery", "guid-1"), ("x-hub-signature-256", "sha256=" + Hex(secret, body))),
            "slack" => Request(body, ("x-slack-request-timestamp", time), ("x-slack-signature", "v0=" + Hex(secret, $"v0:{time}:{body}"))),
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };
    }

    public static WebhookRequest Request(string body, params (string Name, string Value)[] headers) =>
        new("int-1", headers.ToDictionary(static header => header.Name, static header => header.Value), Encoding.UTF8.GetBytes(body));

    /// <summary>The request with another value of a header, or without it.</summary>
    public static WebhookRequest With(this WebhookRequest request, string name, string? value)
    {
        var headers = new Dictionary<string, string>(request.Headers);
        headers.Remove(name);
        if (value is not null)
            headers[name] = value;
        return request with { Headers = headers };
    }

    public static string Hex(string secret, string text) => Convert.ToHexStringLower(Mac(Encoding.UTF8.GetBytes(secret), text));

    public static string Base64(string secret, string text) => Convert.ToBase64String(Mac(Encoding.UTF8.GetBytes(secret), text));

    public static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
