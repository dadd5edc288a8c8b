namespace Agnt5;

/// <summary>
/// The provider of a model is busy and asks to be called again later. An <c>IChatClient</c> throws it where it knows how long to wait; <see cref="RetryAfterHandler"/> makes it of HTTP
/// responses. The call is tried again after that time: inside the slice where it fits its budget, else the run is suspended with a timer.
/// </summary>
public sealed class ModelThrottledException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public ModelThrottledException()
        : this("The model's provider is busy.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What the provider said.</param>
    /// <param name="innerException">The cause.</param>
    public ModelThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How long to wait, at most a day. Default: as long as after any other failure.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
