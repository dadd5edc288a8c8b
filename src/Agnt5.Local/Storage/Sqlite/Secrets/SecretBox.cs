using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Local.Storage.Sqlite.Secrets;

/// <summary>
/// Encrypts secrets with AES-256-GCM, on any thread. A secret opens only under the name that it was sealed with, so that nobody who can write the file makes one deployment sign with the secret of
/// another.
/// </summary>
internal sealed class SecretBox(byte[] key) : IDisposable
{
    private readonly Lock _gate = new();
    /// <summary>The first byte of what is sealed: how it is sealed.</summary>
    private const byte Form = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Head = 1 + NonceLength + TagLength;

    private readonly AesGcm _cipher = new(key, TagLength);

    /// <returns>The form, a random nonce, the tag and the encrypted text.</returns>
    public byte[] Seal(string name, ReadOnlySpan<byte> secret)
    {
        var sealedSecret = new byte[Head + secret.Length];
        sealedSecret[0] = Form;
        var nonce = sealedSecret.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        lock (_gate)
            _cipher.Encrypt(nonce, secret, sealedSecret.AsSpan(Head), sealedSecret.AsSpan(1 + NonceLength, TagLength), Encoding.UTF8.GetBytes(name));
        return sealedSecret;
    }

    /// <returns>The secret, or <see langword="null"/> when the key is another one, or the text was changed or sealed under another name.</returns>
    public byte[]? Open(string name, ReadOnlySpan<byte> sealedSecret)
    {
        if (sealedSecret.Length < Head || sealedSecret[0] != Form)
            return null;

        var secret = new byte[sealedSecret.Length - Head];
        try
        {
            lock (_gate)
                _cipher.Decrypt(sealedSecret.Slice(1, NonceLength), sealedSecret[Head..], sealedSecret.Slice(1 + NonceLength, TagLength), secret, Encoding.UTF8.GetBytes(name));
            return secret;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher.Dispose();
}
