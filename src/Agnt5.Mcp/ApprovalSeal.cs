using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Mcp;

/// <summary>
/// Proves that a question about a call was asked: the client keeps the seal while a person decides. It holds for one tool, its arguments and one user, and for an hour.
/// </summary>
internal sealed class ApprovalSeal(ServerlessOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // Without a secret that the replicas share, an answer counts in the process that asked.
    private readonly byte[] _ownKey = RandomNumberGenerator.GetBytes(32);

    public string Of(AskedCall call) => Of(call, time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds());

    /// <summary>Whether the seal is one of this call, and of the last hour.</summary>
    public bool IsOf(AskedCall call, string? seal)
    {
        if (seal?.IndexOf('.', StringComparison.Ordinal) is not > 0
            || !long.TryParse(seal.AsSpan(0, seal.IndexOf('.', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end < time.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Of(call, end)));
    }

    private string Of(AskedCall call, long end)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key());
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, end);
        hash.AppendData(number);
        foreach (var part in (ReadOnlySpan<byte[]>)[Encoding.UTF8.GetBytes(call.Tool), Encoding.UTF8.GetBytes(call.User), call.Arguments])
        {
            // The length keeps two parts from passing for two others.
            BinaryPrimitives.WriteInt64BigEndian(number, part.Length);
            hash.AppendData(number);
            hash.AppendData(part);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{end}.{Base64Url.EncodeToString(hash.GetHashAndReset())}");
    }

    // The secret may be set while the endpoint runs.
    private byte[] Key() => SigningSecrets.Configured(options) is { } secret
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "agnt5 mcp approval"u8.ToArray())
        : _ownKey;
}

/// <summary>A call that a person decides about.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
/// <param name="User">Who calls (<see cref="CallerIdentity.KeyOf"/>).</param>
internal sealed record AskedCall(string Tool, byte[] Arguments, string User);
