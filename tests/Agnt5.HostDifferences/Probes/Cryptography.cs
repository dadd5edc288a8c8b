using System.Security.Cryptography;
using System.Text;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Hashes, codes and ciphers: the same bytes where there are any.</summary>
internal static class Cryptography
{
    public static void Add(Report report)
    {
        var (data, key) = (Encoding.UTF8.GetBytes("the quick brown fox"), Encoding.UTF8.GetBytes("0123456789abcdef"));
        report.Add("MD5", () => MD5.HashData(data));
        report.Add("SHA-1", () => SHA1.HashData(data));
        report.Add("SHA-256", () => SHA256.HashData(data));
        report.Add("SHA-384", () => SHA384.HashData(data));
        report.Add("SHA-512", () => SHA512.HashData(data));
        report.Add("SHA3-256", () => SHA3_256.HashData(data));
        report.Add("SHAKE-128", () => Shake128.HashData(data, 16));
        report.Add("HMAC SHA-1", () => HMACSHA1.HashData(key, data));
        report.Add("HMAC SHA-256", () => HMACSHA256.HashData(key, data));
        report.Add("HMAC SHA-512", () => HMACSHA512.HashData(key, data));
        report.Add("HMAC MD5", () => HMACMD5.HashData(key, data));
        report.Add("SHA-256 in parts", () =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(data);
            hash.AppendData(key);
            return hash.GetHashAndReset();
        });
        report.Add("PBKDF2", () => Rfc2898DeriveBytes.Pbkdf2(data, key, 100, HashAlgorithmName.SHA256, 20));
        report.Add("HKDF", () => HKDF.DeriveKey(HashAlgorithmName.SHA256, data, 20, key, key));
        report.Add("AES-CBC", () =>
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.EncryptCbc(data, key);
        });
        report.Add("AES-GCM", () =>
        {
            using var aes = new AesGcm(key, 16);
            var (cipher, tag) = (new byte[data.Length], new byte[16]);
            aes.Encrypt(key.AsSpan(0, 12), data, cipher, tag);
            return tag;
        });
        report.Add("ChaCha20-Poly1305", () => ChaCha20Poly1305.IsSupported);
        report.Add("RSA", () => RSA.Create().KeySize);
        report.Add("ECDSA", () => ECDsa.Create(ECCurve.NamedCurves.nistP256).KeySize);
        report.Add("equal in constant time", () => CryptographicOperations.FixedTimeEquals(data, [.. data]));
        report.Add("random bytes", () => RandomNumberGenerator.GetBytes(5).Length);
    }
}
