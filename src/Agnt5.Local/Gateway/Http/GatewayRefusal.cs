using System.Globalization;
using Agnt5.Local.Hosting;

namespace Agnt5.Local.Gateway.Http;

/// <summary>A call that is answered with an error.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record GatewayRefusal(int Status, string Code, string Message)
{
    /// <summary>When the same call may work, in seconds, or <see langword="null"/> when it never will.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static GatewayRefusal Of(EngineException exception) => new(
        exception.Kind switch
        {
            EngineErrorKind.Invalid => 400,
            EngineErrorKind.Unauthorized => 401,
            EngineErrorKind.NotFound => 404,
            EngineErrorKind.Conflict => 409,
            EngineErrorKind.Busy => 503,
            EngineErrorKind.Unreachable => 502,
            _ => 500,
        },
        exception.Code,
        exception.Message)
    {
        RetryAfterSeconds = exception.Kind == EngineErrorKind.Busy ? 1 : null,
    };

    public static GatewayRefusal TooLarge(long maxBytes) => new(
        413, "BODY_TOO_LARGE", string.Create(CultureInfo.InvariantCulture, $"The body is longer than {maxBytes} bytes, the gateway's MaxBodyBytes. Send less, or a reference to where the data is."));
}

/// <summary>Ends a call with an error.</summary>
internal sealed class GatewayException(GatewayRefusal refusal) : Exception(refusal.Message)
{
    public GatewayException(int status, string code, string message)
        : this(new GatewayRefusal(status, code, message))
    {
    }

    public GatewayRefusal Refusal { get; } = refusal;
}
