using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Checks a webhook's signature: HMAC-SHA256 over what the source signs, compared in constant time. Signs samples, too.</summary>
internal static class WebhookSignature
{
    /// <summary>How far a signed time may be from now, either side.</summary>
    public const long WindowSeconds = 5 * 60;

    private const string EncodedSecret = "whsec_";

    /// <summary>Why the signature is not accepted, or <see langword="null"/>.</summary>
    public static WebhookRefused? FindProblem(WebhookSource source, WebhookRequest request, string secret, long nowMs)
    {
        if (request.Header(source.SignatureHeader) is null || source.ReadSigned(request) is not { } signed)
            return Refuse("WEBHOOK_SIGNATURE_MISSING", $"The webhook is not signed: {source.Name} signs in the header {source.SignatureHeader}{(source.HasWindow ? ", with a time" : "")}.");
        if (source.HasWindow)
        {
            if (!TryReadSeconds(signed.Timestamp, out var seconds))
                return Refuse("WEBHOOK_TIMESTAMP_INVALID", "The webhook's signed time is not a number of seconds since 1970.");
            // No subtraction: a stranger's time may be as far away as a number can say.
            var now = nowMs / 1000;
            if (seconds < now - WindowSeconds || seconds > now + WindowSeconds)
                return Refuse("WEBHOOK_SIGNATURE_EXPIRED", $"The webhook was signed more than {WindowSeconds / 60} minutes from now. A provider signs each try anew: check this machine's clock.");
        }

        return Verifies(signed, request.Body.Span, KeyOf(source, secret))
            ? null
            : Refuse("WEBHOOK_SIGNATURE_INVALID", $"The webhook's signature is not that of the integration's secret. Compare the secret with the one that {source.Name} shows.");
    }

    /// <summary>Reads Unix seconds: only digits.</summary>
    public static bool TryReadSeconds(string? text, out long seconds)
    {
        seconds = 0;
        return text is { Length: > 0 and <= 18 } && text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    /// <summary>The signature of a body, for those who send.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="secret">The integration's secret.</param>
    /// <param name="prefix">What stands before the body in the signed text.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static byte[] Sign(WebhookSource source, string secret, string prefix, ReadOnlySpan<byte> body)
    {
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        Sign(KeyOf(source, secret.Trim()), prefix, body, signature);
        return signature;
    }

    private static bool Verifies(SignedWebhook signed, ReadOnlySpan<byte> body, byte[] key)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(key, signed.Prefix, body, expected);
        var verified = false;
        foreach (var presented in signed.Signatures)
            verified |= CryptographicOperations.FixedTimeEquals(expected, presented);
        return verified;
    }

    private static void Sign(byte[] key, string prefix, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(prefix));
        hash.AppendData(body);
        hash.GetHashAndReset(signature);
        CryptographicOperations.ZeroMemory(key);
    }

    private static byte[] KeyOf(WebhookSource source, string secret)
    {
        if (source.HasEncodedSecret && secret.StartsWith(EncodedSecret, StringComparison.Ordinal))
        {
            var decoded = new byte[secret.Length];
            if (Convert.TryFromBase64String(secret[EncodedSecret.Length..], decoded, out var length) && length > 0)
                return decoded[..length];
        }

        return Encoding.UTF8.GetBytes(secret);
    }

    private static WebhookRefused Refuse(string code, string message) => new(401, code, message);
}
