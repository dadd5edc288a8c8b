using System.IO.Compression;
using System.Text;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Compressed bytes. Each library may choose others for the same content.</summary>
internal static class Compression
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes(string.Concat(Values.Bits(400).Select(static bits => $"{bits % 977} and {bits % 13}; ")));

    public static void Add(Report report)
    {
        foreach (var level in (CompressionLevel[])[CompressionLevel.Fastest, CompressionLevel.Optimal, CompressionLevel.SmallestSize, CompressionLevel.NoCompression])
        {
            report.Add($"deflate {level}", () => Hash(Compress(stream => new DeflateStream(stream, level))));
            report.Add($"zlib {level}", () => Hash(Compress(stream => new ZLibStream(stream, level))));
            report.Add($"gzip {level}", () => Hash(Compress(stream => new GZipStream(stream, level))));
            report.Add($"brotli {level}", () => Hash(Compress(stream => new BrotliStream(stream, level))));
        }

        report.Add("deflate and back", () =>
        {
            using var stream = new DeflateStream(new MemoryStream(Compress(static stream => new DeflateStream(stream, CompressionLevel.Optimal))), CompressionMode.Decompress);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return Hash(copy.ToArray());
        });
        report.Add("gzip of nothing", () =>
        {
            using var stream = new MemoryStream();
            using (new GZipStream(stream, CompressionLevel.Optimal))
            {
            }

            return stream.ToArray();
        });
    }

    private static byte[] Compress(Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(Data);
        return compressed.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..16];
}
