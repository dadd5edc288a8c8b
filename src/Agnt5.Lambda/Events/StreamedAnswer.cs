using System.Text;

namespace Agnt5.Lambda.Events;

/// <summary>Writes an answer as a stream to a function URL: status and headers as JSON, eight NUL bytes, and the body as it is.</summary>
internal static class StreamedAnswer
{
    public const string ContentType = "application/vnd.awslambda.http-integration-response";

    private const int SeparatorLength = 8;

    public static byte[] Write(HttpAnswer answer)
    {
        if (answer.Body.Length > EventSource.MaxStreamedBytes)
            return Write(TooLargeAnswer.Of(answer.Body.Length, EventSource.Stream));

        var prelude = $"{answer.Head(hasLists: false)}}}";
        var bytes = new byte[prelude.Length + SeparatorLength + answer.Body.Length];
        Encoding.ASCII.GetBytes(prelude, bytes);
        answer.Body.Span.CopyTo(bytes.AsSpan(prelude.Length + SeparatorLength));
        return bytes;
    }
}
