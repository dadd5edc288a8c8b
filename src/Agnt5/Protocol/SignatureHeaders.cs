using System.Globalization;
using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>The signature headers of an invoke request, after the checks that need no body (protocol section 3).</summary>
internal sealed record SignatureHeaders(string Timestamp, string AttemptId, string Signature)
{
    private const string Version = "workerless-hmac-sha256.v1";
    private const string SignaturePrefix = "sha256=";

    // So many digits never overflow.
    private const int MostDigits = 18;

    /// <summary>When the request was signed.</summary>
    public DateTimeOffset SignedAt => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The bytes of the MAC. Only a signature that was verified is sure to have them.</summary>
    public byte[] Mac => Convert.FromHexString(Signature.AsSpan(SignaturePrefix.Length));

    /// <summary>Reads and checks the headers, in the protocol's order.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The current time, to compare the timestamp with.</param>
    /// <param name="window">How far the timestamp may be from now, on either side.</param>
    /// <returns>The headers, or the first check that failed.</returns>
    public static Result<SignatureHeaders> Read(ServerlessRequest request, DateTimeOffset now, TimeSpan window)
    {
        var timestamp = Trimmed(request, RequestHeaderNames.Timestamp);
        var attemptId = Trimmed(request, RequestHeaderNames.AttemptId);
        var signature = Trimmed(request, RequestHeaderNames.Signature);

        return (timestamp, attemptId, signature) switch
        {
            ("", _, _) => Missing(RequestHeaderNames.Timestamp),
            (_, "", _) => Missing(RequestHeaderNames.AttemptId),
            (_, _, "") => Missing(RequestHeaderNames.Signature),
            _ when Trimmed(request, RequestHeaderNames.SignatureVersion) != Version =>
                new Failure(401, ErrorCodes.SignatureVersionUnsupported, $"{RequestHeaderNames.SignatureVersion} must be {Version}"),
            _ when timestamp.AsSpan().ContainsAnyExceptInRange('0', '9') =>
                new Failure(401, ErrorCodes.SignatureTimestampInvalid, $"{RequestHeaderNames.Timestamp} must be Unix time in milliseconds, digits only"),
            _ when !IsCurrent(timestamp, now, window) =>
                new Failure(401, ErrorCodes.SignatureExpired, $"{RequestHeaderNames.Timestamp} is more than {Words(window)} from this server's time{UnitHint(timestamp, now)}"),
            _ => new SignatureHeaders(timestamp, attemptId, signature),
        };
    }

    private static string Trimmed(ServerlessRequest request, string name) => request.Header(name)?.Trim() ?? "";

    private static bool IsCurrent(string timestamp, DateTimeOffset now, TimeSpan window)
    {
        // Digits that overflow mean a time far in the future.
        if (timestamp.Length > MostDigits && !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return false;

        // By hand: the framework's way is long, which shows where an interpreter runs it.
        var signedAt = 0L;
        foreach (var digit in timestamp)
            signedAt = (10 * signedAt) + (digit - '0');

        // Digits are not negative, so a difference that wraps around is far outside of the window too.
        var ahead = unchecked(signedAt - now.ToUnixTimeMilliseconds());
        var most = (long)window.TotalMilliseconds;
        return ahead <= most && ahead >= -most;
    }

    private static string UnitHint(string timestamp, DateTimeOffset now) =>
        double.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TimeUnitGuess.Hint(number, now) : "";

    private static string Words(TimeSpan window) => window.TotalMinutes is > 1 and var minutes && double.IsInteger(minutes)
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{window.TotalSeconds} seconds");

    private static Failure Missing(string header) => new(401, ErrorCodes.SignatureMissing, $"{header} is missing");
}
