using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Local.Payloads;

/// <summary>Signs the URLs of payloads: what may be done with which payload, how long, and until when. The key lives as long as the process; a slice that is sent again gets new URLs.</summary>
internal sealed class PayloadSignature
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The signature in lower-case hex.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="name">The payload's name.</param>
    /// <param name="expiresAtMs">Until when it counts, Unix ms.</param>
    /// <param name="maxBytes">The longest payload that is taken. Zero where none is.</param>
    public string Sign(string method, string name, long expiresAtMs, long maxBytes)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{method}\n{name}\n{expiresAtMs}\n{maxBytes}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether a signature is the one of these values. The time that it takes tells nothing about the right one.</summary>
    public bool Verifies(string presented, string method, string name, long expiresAtMs, long maxBytes) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.UTF8.GetBytes(Sign(method, name, expiresAtMs, maxBytes)));
}
