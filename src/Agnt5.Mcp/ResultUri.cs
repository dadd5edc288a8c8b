using System.Buffers;
using System.Security.Cryptography;

namespace Agnt5.Mcp;

/// <summary>The address of a large result, which nobody can guess. Its ending says what the text is.</summary>
internal static class ResultUri
{
    private const string Start = "agnt5://results/";
    private const string Json = ".json";
    private const string PlainText = ".txt";
    private const int IdLength = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string New(bool isJson) => $"{Start}{RandomNumberGenerator.GetHexString(IdLength, lowercase: true)}{(isJson ? Json : PlainText)}";

    public static string MimeTypeOf(string uri) => uri.EndsWith(Json, StringComparison.Ordinal) ? "application/json" : "text/plain";

    /// <summary>Whether a text from a client has the form of such an address.</summary>
    public static bool IsOne(string text) =>
        text.StartsWith(Start, StringComparison.Ordinal)
        && text.Length > Start.Length + IdLength
        && !text.AsSpan(Start.Length, IdLength).ContainsAnyExcept(Digits)
        && text[(Start.Length + IdLength)..] is Json or PlainText;
}
