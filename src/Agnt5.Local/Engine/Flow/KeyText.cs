using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Flow;

/// <summary>The text form of key values: JSON, written in one way, so that one value is one key. A long value is its hash, because keys are kept for each run.</summary>
internal static class KeyText
{
    private const int MostLength = 256;

    /// <summary>The key of a text.</summary>
    public static string Of(string text) => Bounded($"\"{JsonEncodedText.Encode(text, PlainJsonEncoder.Instance)}\"");

    /// <summary>The key of a number, as it is written in JSON: <c>7</c> and <c>7.0</c> are two keys.</summary>
    public static string OfNumber(ReadOnlySpan<byte> json) => Bounded(Encoding.ASCII.GetString(json));

    private static string Bounded(string json) =>
        json.Length <= MostLength ? json : $"\"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))}\"";
}
