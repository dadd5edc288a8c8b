using System.Globalization;
using System.Net.Http;
using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Local.Dispatch;

/// <summary>
/// Reads a response whose status is not 200 (protocol sections 1, 3, 4 and 7). Most are lost invokes. A failure that came after the component ran, such as an output that could not be uploaded, is the
/// attempt's failure: it brings a checkpoint, and sending the invoke again would run the component again.
/// </summary>
internal static class RefusedInvoke
{
    private const string CodePrefix = "WORKERLESS_";
    private const string OutputPrefix = "WORKERLESS_OUTPUT_";

    public static InvokeResult Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, long nowMs, EndpointAddress address) =>
        Read((int)response.StatusCode, body, nowMs) is { } answered
            ? answered
            : Describe(response, body, address) with { RetryAfterMs = RetryAfter(response, nowMs) };

    /// <summary>Says what a status means for the invoke.</summary>
    public static InvokeLost Describe(HttpResponseMessage response, ReadOnlyMemory<byte> body, EndpointAddress address)
    {
        var status = (int)response.StatusCode;
        if (FailureIn(body, nowMs: 0) is { } failure)
            return OfCode(status, failure.Code, failure.Message);
        return status switch
        {
            >= 200 and < 300 => new InvokeLost(LossCodes.InvalidResponse, $"The endpoint at {address.Shown} answered with the status {Text(status)}. Its answers have the status 200."),
            >= 300 and < 400 => new InvokeLost(LossCodes.InvalidResponse,
                $"{address.Shown} redirects{To(response)}, and redirects are not followed, because a signature is for one endpoint. Sync the deployment with the address that it redirects to."),
            _ => new InvokeLost(LossCodes.OfStatus(status), $"{address.Shown} answered with the status {Text(status)} and no error of the protocol. {Hint(status)}", IsFinal(status)),
        };
    }

    /// <summary>Says what an endpoint's own refusal means for the invoke.</summary>
    public static InvokeLost OfCode(int status, string code, string message) =>
        new(code, $"The endpoint answered with the status {Text(status)}: {message}{Hint(code)}", IsFinal(status));

    /// <summary>The failure of an attempt that ran, or <see langword="null"/> for other responses.</summary>
    public static InvokeAnswered? Read(int status, ReadOnlyMemory<byte> body, long nowMs) =>
        status >= 400 && FailureIn(body, nowMs) is { } failure && HasRun(failure) ? new InvokeAnswered(failure) : null;

    /// <summary>The protocol's failure in a body, or <see langword="null"/> when it is something else.</summary>
    public static FailedAnswer? FailureIn(ReadOnlyMemory<byte> body, long nowMs) =>
        AnswerReader.Read(body, nowMs) is InvokeAnswered { Answer: FailedAnswer failure } && failure.Code.StartsWith(CodePrefix, StringComparison.Ordinal) ? failure : null;

    private static bool HasRun(FailedAnswer failure) =>
        !failure.Checkpoint.IsEmpty || failure.Events.Count > 0 || failure.Code.StartsWith(OutputPrefix, StringComparison.Ordinal);

    // Sending the same again changes nothing. Everything else may pass: a deployment that starts, a proxy that is busy, an address that expired.
    private static bool IsFinal(int status) => status is 400 or 401 or 404 or 405 or 413;

    private static long? RetryAfter(HttpResponseMessage response, long nowMs) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => (long)delay.TotalMilliseconds,
        { Date: { } date } => Math.Max(0, date.ToUnixTimeMilliseconds() - nowMs),
        _ => null,
    };

    private static string To(HttpResponseMessage response) =>
        response.Headers.Location is { } location ? $" to {CallerText.Shorten(location.IsAbsoluteUri ? location.GetLeftPart(UriPartial.Path) : location.OriginalString.Split('?')[0])}" : "";

    private static string Hint(string code) => code switch
    {
        ErrorCodes.SignatureInvalid => " The endpoint's signing secret must be the deployment's.",
        ErrorCodes.SignatureMissing => " Sync the deployment with the endpoint's signing secret.",
        ErrorCodes.SigningSecretRequired => " Set AGNT5_SERVERLESS_SIGNING_SECRET where the endpoint runs.",
        ErrorCodes.SignatureExpired => " Set the clocks of the two machines.",
        ErrorCodes.ComponentNotFound => " The endpoint has another release than the deployment. Sync it under a new immutable ref.",
        ErrorCodes.Disabled => " AGNT5_SERVERLESS_ENABLED turns it on again.",
        _ => "",
    };

    private static string Hint(int status) => status switch
    {
        401 or 403 => "Something in front of the endpoint wants credentials. Give them as invoke headers of the deployment.",
        404 or 405 => "Give the address at which the endpoint is mounted.",
        408 or 502 or 503 or 504 => "Something in front of the endpoint may not reach it, or it is starting.",
        413 => "Something in front of the endpoint takes no body of this size.",
        429 => "Something in front of the endpoint limits the rate of requests.",
        _ => "The endpoint's log may say why.",
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
