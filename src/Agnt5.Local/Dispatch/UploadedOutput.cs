using System.Text.Json;
using System.Text.Unicode;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Compares an answer's <c>output_ref</c> with what was uploaded.</summary>
internal static class UploadedOutput
{
    /// <returns>What is wrong, behind the field's name, or <see langword="null"/>.</returns>
    public static string? ProblemOf(CompletedAnswer answer, UploadLink? upload, IPayloadStore store)
    {
        if (upload is null)
            return "is there, and the invoke had no output_upload";
        if (answer.OutputRef != upload.Ref)
            return $"names {CallerText.Shorten(answer.OutputRef!)}, and the invoke's output_upload named {upload.Ref}";
        if (store.Find(upload.Ref) is not { } payload)
            return "names an output that was not uploaded";
        if (payload.Content.Length != answer.OutputSize || payload.Sha256 != answer.OutputSha256)
            return "has another size or hash than what was uploaded";
        return IsJson(payload.Content.Span) ? null : "names an output that is not JSON";
    }

    private static bool IsJson(ReadOnlySpan<byte> content)
    {
        if (!Utf8.IsValid(content))
            return false;

        var reader = new Utf8JsonReader(content, JsonDepth.Checked);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
