using System.Text.Json;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The reference to an output that the endpoint has uploaded (protocol section 7).</summary>
/// <param name="Ref">The output's name in the payload store.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
internal sealed record AnswerOutputRef(string Ref, long SizeBytes, string Sha256)
{
    private const string Kind = "agnt5.object_store.ref.v1";

    public static AnswerOutputRef Read(ref Utf8JsonReader reader)
    {
        AnswerValue.BeginObject(ref reader, "output_ref");
        string? name = null;
        string? sha256 = null;
        long? size = null;
        while (AnswerValue.NextName(ref reader))
        {
            if (reader.ValueTextEquals("ref"u8))
                name = AnswerValue.Name(ref reader, "output_ref.ref");
            else if (reader.ValueTextEquals("size_bytes"u8))
                size = AnswerValue.Count(ref reader, "output_ref.size_bytes");
            else if (reader.ValueTextEquals("sha256"u8))
                sha256 = Hash(AnswerValue.Text(ref reader, "output_ref.sha256"));
            else if (reader.ValueTextEquals("kind"u8))
                CheckKind(AnswerValue.Text(ref reader, "output_ref.kind"));
            else if (reader.ValueTextEquals("content_type"u8))
                _ = AnswerValue.Text(ref reader, "output_ref.content_type");
            else
                AnswerValue.Skip(ref reader);
        }

        return new AnswerOutputRef(name ?? throw Missing("ref"), size ?? throw Missing("size_bytes"), sha256 ?? throw Missing("sha256"));
    }

    private static string Hash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit)
        ? text.ToLowerInvariant()
        : throw new MalformedAnswerException("output_ref.sha256", "is not 64 hexadecimal digits");

    private static void CheckKind(string kind)
    {
        if (kind != Kind)
            throw new MalformedAnswerException("output_ref.kind", $"is not {Kind}");
    }

    private static MalformedAnswerException Missing(string name) => new($"output_ref.{name}", "is missing");
}
