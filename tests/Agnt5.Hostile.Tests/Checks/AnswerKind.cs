using System.Text.RegularExpressions;
using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Checks;

/// <summary>The kind of an answer: an error code, the reason of a suspension, or completion.</summary>
internal static partial class AnswerKind
{
    private const int Beginning = 200;

    /// <summary>The kinds that a campaign must meet to be worth its time.</summary>
    public static readonly string[] All =
    [
        "completed", "output_ref", "budget", "half_way", "timer", "signal", "user_input_required", "nothing",
        "WORKERLESS_SIGNATURE_MISSING", "WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED", "WORKERLESS_SIGNATURE_TIMESTAMP_INVALID", "WORKERLESS_SIGNATURE_EXPIRED", "WORKERLESS_SIGNATURE_INVALID",
        "WORKERLESS_INVALID_REQUEST", "WORKERLESS_PROTOCOL_MISMATCH", "WORKERLESS_COMPONENT_REQUIRED", "WORKERLESS_COMPONENT_NOT_FOUND", "WORKERLESS_PAYLOAD_TOO_LARGE",
        "WORKERLESS_INPUT_REF_INVALID", "WORKERLESS_INPUT_REF_UNSUPPORTED", "WORKERLESS_INPUT_REF_TOO_LARGE",
        "WORKERLESS_INPUT_REF_EXPIRED", "WORKERLESS_INPUT_REF_FETCH_FAILED", "WORKERLESS_INPUT_REF_CHECKSUM_MISMATCH",
        "WORKERLESS_OUTPUT_REF_INVALID", "WORKERLESS_OUTPUT_REF_EXPIRED", "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED", "WORKERLESS_OUTPUT_SERIALIZATION_FAILED",
        "WORKERLESS_INPUT_INVALID", "WORKERLESS_HANDLER_ERROR", "WORKERLESS_DEADLINE_EXCEEDED",
    ];

    public static string Of(RawAnswer answer)
    {
        var text = System.Text.Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, Beginning)));
        return Named().Match(text) is { Success: true } named ? named.Groups[1].Value
            : text.StartsWith("""{"status":"completed","output_ref":""", StringComparison.Ordinal) ? "output_ref"
            : text.Length > 0 ? "completed"
            : "nothing";
    }

    [GeneratedRegex("""^\{"status":"(?:failed","error":\{"code|suspended","reason)":"([^"]*)""")]
    private static partial Regex Named();
}
