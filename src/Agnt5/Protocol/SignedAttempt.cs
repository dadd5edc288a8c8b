using System.Globalization;

namespace Agnt5.Protocol;

/// <summary>Compares a request with its attempt id, which the signature covers. AGNT5 sends <c>{run_id}:{attempt}</c> (protocol section 3).</summary>
internal static class SignedAttempt
{
    public static Failure Contradicted =>
        new(401, ErrorCodes.SignatureInvalid, $"{RequestHeaderNames.AttemptId} names another run or attempt than the request.");

    /// <summary>Whether the attempt id names this run and attempt, or has another form and so names none.</summary>
    /// <param name="headers">The verified headers.</param>
    /// <param name="runId">The run's id that came with the request, or <see langword="null"/> when it has none.</param>
    /// <param name="attempt">The request's attempt.</param>
    public static bool Names(SignatureHeaders headers, string? runId, int attempt)
    {
        var id = headers.AttemptId.AsSpan();
        var colon = id.LastIndexOf(':');
        var digits = id[(colon + 1)..];
        if (colon < 1 || digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            return true;

        return id[..colon].SequenceEqual(runId) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named == attempt;
    }
}
