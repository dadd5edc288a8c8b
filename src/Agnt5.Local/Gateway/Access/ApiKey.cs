using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Local.Gateway.Access;

/// <summary>The gateway's key. Only its hash is compared, so that the time it takes tells nothing about the key or its length.</summary>
internal sealed class ApiKey
{
    private const string Prefix = "agnt5_sk_";
    private const int ShortestKey = 16;
    private const int RandomBytes = 24;

    private readonly byte[] _hash;

    public ApiKey(string text) => (Text, _hash) = (text, Hash(text));

    /// <summary>The key itself, for those who may know it.</summary>
    public string Text { get; }

    /// <summary>Makes a key.</summary>
    public static ApiKey Create() => new(Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)));

    /// <summary>Whether a text can be a key that a header carries.</summary>
    public static bool IsUsable(string text) => text.Length >= ShortestKey && text.All(static sign => sign is > ' ' and <= '~');

    public bool Is(string presented) => CryptographicOperations.FixedTimeEquals(_hash, Hash(presented));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
