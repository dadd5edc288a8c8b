using System.Globalization;

namespace Agnt5.Local.Payloads;

/// <summary>Why a payload is neither served nor taken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record PayloadRefusal(int Status, string Code, string Message)
{
    public static PayloadRefusal Forged { get; } =
        new(403, "PAYLOAD_SIGNATURE_INVALID", "The URL is not one that was given out. Use the url of the invoke as it stands there, with its query, and its method.");

    public static PayloadRefusal Expired { get; } =
        new(410, "PAYLOAD_URL_EXPIRED", "The URL's time is over. Answer within the budget of the invoke. The next invoke brings a new URL.");

    public static PayloadRefusal NotFound { get; } = new(404, "PAYLOAD_NOT_FOUND", "There is no such payload. Its run may have been removed.");

    public static PayloadRefusal TooLate { get; } =
        new(410, "PAYLOAD_UPLOAD_OVER", "The slice that this upload belongs to is over: its answer came, was lost, or came too late. The next invoke brings a new URL.");

    public static PayloadRefusal Doubled { get; } = new(409, "PAYLOAD_EXISTS", "This upload was made already. Each invoke takes one.");

    public static PayloadRefusal NotJson { get; } = new(415, "PAYLOAD_TYPE_UNSUPPORTED", "Outputs are JSON. Send Content-Type: application/json.");

    public static PayloadRefusal BrokenOff { get; } = new(400, "PAYLOAD_INCOMPLETE", "The upload ended before its announced length.");

    public static PayloadRefusal TooLong(long maxBytes) =>
        new(413, "PAYLOAD_TOO_LARGE", string.Create(CultureInfo.InvariantCulture, $"The upload is longer than {maxBytes} bytes, the max_bytes of the invoke."));
}
