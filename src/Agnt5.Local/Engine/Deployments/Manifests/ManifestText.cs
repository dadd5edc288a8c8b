using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Checks a manifest's bytes before anything is read of them: JSON in UTF-8 whose texts are whole, and not too deep.</summary>
internal static class ManifestText
{
    private static readonly JsonDepth Depth = new(JsonDepth.Default);

    /// <summary>The problem of the bytes, or <see langword="null"/>.</summary>
    public static string? FindProblem(ReadOnlySpan<byte> manifest)
    {
        if (manifest.IsEmpty)
            return "is empty: the endpoint must answer GET /.well-known/agnt5 with its manifest";
        if (manifest.StartsWith(Encoding.UTF8.Preamble))
            return "begins with a byte order mark: JSON on the wire has none";
        if (!Utf8.IsValid(manifest))
            return "is not UTF-8";
        return Depth.ProblemOf(manifest) ?? FindBrokenText(manifest);
    }

    // An escape can name half of a surrogate pair, which no text can hold.
    private static string? FindBrokenText(ReadOnlySpan<byte> manifest)
    {
        var reader = new Utf8JsonReader(manifest, Depth.Reading);
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
                continue;
            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return $"{WireText.HalfOfAPair} (byte {reader.TokenStartIndex})";
            }
        }

        return null;
    }
}
