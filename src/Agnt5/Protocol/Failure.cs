namespace Agnt5.Protocol;

/// <summary>A failed answer (protocol sections 1 and 5): the HTTP status, the code and what the caller may know.</summary>
internal sealed record Failure(int Status, string Code, string Message)
{
    /// <summary>Whether retrying cannot help: adds <c>"retryable": false</c>.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Type and stack trace, in development only.</summary>
    public string? Details { get; init; }

    /// <summary>What the log should show, where the message keeps it to itself. It never leaves the endpoint.</summary>
    public Exception? Cause { get; init; }
}
