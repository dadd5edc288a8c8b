namespace Agnt5;

/// <summary>The codes that the client gives to its own errors (<see cref="Agnt5Exception.Code"/>). Others are the gateway's or the run's.</summary>
public static class Agnt5ClientErrors
{
    /// <summary>The gateway could not be reached.</summary>
    public const string ConnectionFailed = "CONNECTION_FAILED";

    /// <summary>The connection broke before the answer was complete.</summary>
    public const string ConnectionCut = "CONNECTION_CUT";

    /// <summary>The gateway did not answer in time.</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";

    /// <summary>The answer is none of AGNT5's: a web page, a redirect, or JSON that is wrong.</summary>
    public const string UnexpectedAnswer = "UNEXPECTED_ANSWER";

    /// <summary>The answer is larger than the client's limits.</summary>
    public const string AnswerTooLarge = "ANSWER_TOO_LARGE";

    /// <summary>The output is not of the type that was asked for.</summary>
    public const string OutputInvalid = "OUTPUT_INVALID";

    /// <summary>The gateway refused the credentials.</summary>
    public const string Unauthorized = "UNAUTHORIZED";

    /// <summary>The credentials do not allow the call.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>There is no such run, component or deployment.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The run's status does not allow the call.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>Too many calls.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The gateway refused the request for another reason.</summary>
    public const string RequestRefused = "REQUEST_REFUSED";

    /// <summary>The gateway failed.</summary>
    public const string GatewayFailed = "GATEWAY_FAILED";

    /// <summary>The run asks nothing, so an answer would go to a later question.</summary>
    public const string NoQuestion = "NO_QUESTION";

    /// <summary>The run had not ended when the time to wait was over.</summary>
    public const string WaitTimeout = "WAIT_TIMEOUT";

    /// <summary>The run has not completed, so it has no output.</summary>
    public const string NotCompleted = "NOT_COMPLETED";

    /// <summary>The run failed, and gave no code.</summary>
    public const string RunFailed = "RUN_FAILED";

    /// <summary>The run was cancelled.</summary>
    public const string RunCancelled = "RUN_CANCELLED";

    /// <summary>The run's time was up.</summary>
    public const string RunTimedOut = "RUN_TIMED_OUT";
}
