namespace Agnt5;

/// <summary>
/// Thrown when the provider of a model is busy and asks for a later call. An <c>IChatClient</c> throws it when it knows how long to wait; <see cref="RetryAfterHandler"/> makes it from HTTP
/// responses. The call is tried again after the wait: inside the slice if the wait fits its budget, else the run is suspended with a timer.
/// </summary>
public sealed class ModelThrottledException : Exception
{
    /// <summary>Creates an exception with a default message.</summary>
    public ModelThrottledException()
        : this("The model's provider is busy.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The provider's message.</param>
    /// <param name="innerException">The cause.</param>
    public ModelThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How long to wait, at most one day. Default: the same wait as after other failures, which is also the shortest.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether another attempt may succeed. Default: <see langword="true"/>. It is <see langword="false"/> where the provider says that it may not, and for a quota that is used up.</summary>
    public bool MayRetry { get; init; } = true;
}
