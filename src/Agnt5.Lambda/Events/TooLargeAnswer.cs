using System.Globalization;
using System.Text;

namespace Agnt5.Lambda.Events;

/// <summary>What the caller gets in place of an answer that AWS would not carry (protocol section 8).</summary>
internal static class TooLargeAnswer
{
    /// <param name="length">How long the answer would be, in bytes.</param>
    /// <param name="source">What it goes to.</param>
    /// <remarks>It names no checkpoint, so another attempt would do the steps of this slice again, and come to the same end: it is not retried.</remarks>
    public static HttpAnswer Of(long length, EventSource source)
    {
        var stream = source.CanStream ? ", or let the function URL stream (RESPONSE_STREAM, with StreamResponses)" : "";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The answer has {length} bytes as AWS Lambda counts them, and it carries {source.MaxAnswerBytes}. Give the invoke an output_upload for large outputs, record less in steps{stream}.");
        return new HttpAnswer(413, Encoding.UTF8.GetBytes($$$"""{"status":"failed","error":{"code":"WORKERLESS_PAYLOAD_TOO_LARGE","message":"{{{message}}}","retryable":false}}"""));
    }
}
