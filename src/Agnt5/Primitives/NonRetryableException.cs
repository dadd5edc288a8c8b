namespace Agnt5;

/// <summary>
/// Ends a run that retrying cannot help: the response says <c>"retryable": false</c> (protocol section 5). Throw it, or a type that derives
/// from it, from a component or a step.
/// </summary>
public class NonRetryableException : Exception
{
    /// <summary>Creates an exception with the default message.</summary>
    public NonRetryableException()
    {
    }

    /// <summary>Creates an exception with the message that the response carries.</summary>
    /// <param name="message">What happened. It goes over the wire.</param>
    public NonRetryableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with the message that the response carries and the exception behind it.</summary>
    /// <param name="message">What happened. It goes over the wire.</param>
    /// <param name="innerException">The cause. It stays in the log.</param>
    public NonRetryableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
