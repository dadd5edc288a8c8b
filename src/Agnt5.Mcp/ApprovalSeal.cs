using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Mcp;

/// <summary>
/// Proves that a question about a call was asked: the client keeps the seal while a person decides. It holds for one question about a tool of one server, its arguments and one user, and for an
/// hour.
/// </summary>
internal sealed class ApprovalSeal(ServerlessOptions options, TimeProvider time)
{
    private const int NonceBytes = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // The clocks of replicas differ.
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

    // Without a secret that the replicas share, an answer counts in the process that asked.
    private readonly byte[] _ownKey = RandomNumberGenerator.GetBytes(32);

    public string Of(AskedCall call)
    {
        // Two questions about the same call have different seals, so each of them can be answered once.
        var head = string.Create(
            CultureInfo.InvariantCulture, $"{time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds()}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes))}");
        return $"{head}.{Base64Url.EncodeToString(Sign(call, head))}";
    }

    /// <summary>Reads a seal.</summary>
    /// <returns>What it proves, or <see langword="null"/> when it is none of this call, or is older than an hour.</returns>
    public ApprovalProof? Read(AskedCall call, string? seal)
    {
        if (seal?.Split('.', 4) is not [var end, var nonce, _]
            || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds < time.GetUtcNow().ToUnixTimeSeconds())
        {
            return null;
        }

        var head = $"{end}.{nonce}";
        var signature = Sign(call, head);
        // The time is one that this server has written, once the signature holds.
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes($"{head}.{Base64Url.EncodeToString(signature)}"))
            ? new ApprovalProof(signature, DateTimeOffset.FromUnixTimeSeconds(seconds) + Spare)
            : null;
    }

    private byte[] Sign(AskedCall call, string head)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key());
        foreach (var part in (ReadOnlySpan<string>)[head, call.Service, call.Path, call.Tool, call.User])
            Append(hash, Encoding.UTF8.GetBytes(part));
        Append(hash, call.Arguments);
        return hash.GetHashAndReset();
    }

    // The length keeps two parts from passing for two others.
    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    // The secret may be set while the endpoint runs.
    private byte[] Key() => SigningSecrets.Configured(options) is { } secret
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "agnt5 mcp approval"u8.ToArray())
        : _ownKey;
}

/// <summary>Proves that a question was asked.</summary>
/// <param name="Signature">Names the question: 32 bytes.</param>
/// <param name="End">From when on the question counts nowhere any more.</param>
internal sealed record ApprovalProof(byte[] Signature, DateTimeOffset End);

/// <summary>A call that a person decides about.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Path">Where the service serves its tools.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
/// <param name="User">Who calls (<see cref="CallerIdentity.KeyOf"/>).</param>
internal sealed record AskedCall(string Service, string Path, string Tool, byte[] Arguments, string User);
