using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The error of a failed answer. A long message is cut, because it is kept in many places.</summary>
internal sealed record AnswerError(string Code, string Message, bool IsRetryable)
{
    public static AnswerError Read(ref Utf8JsonReader reader)
    {
        AnswerValue.BeginObject(ref reader, "error");
        string? code = null;
        string? message = null;
        var isRetryable = true;
        while (AnswerValue.NextName(ref reader))
        {
            if (reader.ValueTextEquals("code"u8))
                code = AnswerValue.Name(ref reader, "error.code");
            else if (reader.ValueTextEquals("message"u8))
                message = AnswerValue.Text(ref reader, "error.message");
            else if (reader.ValueTextEquals("retryable"u8))
                isRetryable = AnswerValue.Flag(ref reader, "error.retryable");
            else
                AnswerValue.Skip(ref reader);
        }

        return new AnswerError(
            code ?? throw new MalformedAnswerException("error.code", "is missing"),
            WireText.OfFailure(message ?? throw new MalformedAnswerException("error.message", "is missing")),
            isRetryable);
    }
}
