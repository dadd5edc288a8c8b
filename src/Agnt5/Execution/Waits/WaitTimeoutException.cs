namespace Agnt5;

/// <summary>
/// A question was not answered, or a signal did not come, within its timeout (protocol section 6). The run has recorded it: a replay throws it again, whatever arrived since.
/// </summary>
public sealed class WaitTimeoutException : Exception
{
    internal WaitTimeoutException(string message)
        : base(message)
    {
    }
}
