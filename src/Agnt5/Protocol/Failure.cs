namespace Agnt5.Protocol;

/// <summary>A failed answer (protocol sections 1 and 5): the HTTP status, the code, and the message for the caller.</summary>
internal sealed record Failure(int Status, string Code, string Message)
{
    /// <summary>Whether retrying cannot help: adds <c>"retryable": false</c>.</summary>
    public bool IsFinal { get; init; }

    /// <summary>When to try again, for the header <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Type and stack trace, in development only.</summary>
    public string? Details { get; init; }

    /// <summary>What the log says instead of <see cref="Message"/>, where it may know more than the caller.</summary>
    public string? LoggedMessage { get; init; }

    /// <summary>The cause, for the log, when the message does not tell it. It never leaves the endpoint.</summary>
    public Exception? Cause { get; init; }
}
