using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Agnt5.Local.Dispatch.Answers;
using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>
/// Reads an endpoint's answer (protocol section 5) in one pass. Output, checkpoint and events are views of the answer's bytes, which must not change any more.
/// Whatever the bytes are, this does not throw.
/// </summary>
internal static class AnswerReader
{
    /// <summary>How deep an answer may nest: records and outputs as deep as endpoints allow them, and what is around them.</summary>
    private const int MostLevels = JsonDepth.Most + 4;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostLevels };

    /// <param name="json">The body of the answer.</param>
    /// <param name="nowMs">When it arrived, Unix ms.</param>
    /// <returns>The answer, or what is wrong with it, and where.</returns>
    public static InvokeResult Read(ReadOnlyMemory<byte> json, long nowMs)
    {
        if (json.IsEmpty)
            return Refuse("it is empty");
        if (!Utf8.IsValid(json.Span))
            return Refuse("it is not UTF-8");

        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Refuse("it is not a JSON object");

            var fields = new AnswerFields();
            fields.Read(ref reader, json);
            return reader.Read() ? Refuse("it goes on behind its JSON object") : new InvokeAnswered(Answer(fields, nowMs));
        }
        catch (MalformedAnswerException exception)
        {
            return Refuse($"$.{exception.Message}");
        }
        catch (JsonException exception)
        {
            return Refuse(reader.CurrentDepth >= MostLevels - 1
                ? string.Create(CultureInfo.InvariantCulture, $"it nests deeper than {MostLevels} levels")
                : string.Create(CultureInfo.InvariantCulture, $"it is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})"));
        }
        catch (InvalidOperationException)
        {
            // The reader finds this problem only when it decodes the text.
            return Refuse("it holds text that is not valid Unicode: half of a surrogate pair");
        }
    }

    private static SliceAnswer Answer(AnswerFields fields, long nowMs)
    {
        SliceAnswer answer = fields.Status switch
        {
            "completed" => Completed(fields),
            "failed" when fields.Error is { } error => new FailedAnswer(error.Code, error.Message, error.IsRetryable),
            "failed" => throw new MalformedAnswerException("error", "is missing"),
            "suspended" => new SuspendedAnswer(AnswerPause.Of(fields, nowMs)),
            null => throw new MalformedAnswerException("status", "is missing"),
            var other => throw new MalformedAnswerException("status", $"is '{CallerText.Shorten(other)}', and must be completed, failed or suspended"),
        };
        return answer with { Checkpoint = fields.Checkpoint.Json, Sessions = fields.Checkpoint.Sessions ?? [], Events = fields.Events };
    }

    private static CompletedAnswer Completed(AnswerFields fields) => fields is { OutputRef: not null, Output.IsEmpty: false }
        ? throw new MalformedAnswerException("output_ref", "is there beside output. An output is either in the answer or uploaded")
        : new CompletedAnswer { Output = fields.Output, OutputRef = fields.OutputRef?.Ref, OutputSize = fields.OutputRef?.SizeBytes, OutputSha256 = fields.OutputRef?.Sha256 };

    private static InvokeLost Refuse(string problem) => new(LossCodes.InvalidResponse, $"The endpoint's answer is no answer of the protocol: {problem}.");
}
