namespace Agnt5.Testing;

/// <summary>
/// A test has failed, or asked for what cannot be. The message explains: what was expected, what the run waits for, what to call, and the run's timeline. Any test framework reports it as a failure.
/// </summary>
public sealed class Agnt5TestException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public Agnt5TestException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">The explanation.</param>
    public Agnt5TestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">The explanation.</param>
    /// <param name="innerException">The cause.</param>
    public Agnt5TestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
