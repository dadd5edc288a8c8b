namespace Agnt5;

/// <summary>
/// A question was not answered, or a signal did not come, within its timeout (protocol section 6). The timeout is recorded: a replay throws again, even if an answer or signal has come since.
/// </summary>
public sealed class WaitTimeoutException : Exception
{
    internal WaitTimeoutException(string message)
        : base(message)
    {
    }
}
