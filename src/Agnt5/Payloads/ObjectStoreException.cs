namespace Agnt5.Payloads;

/// <summary>A fetch or an upload did not work.</summary>
/// <param name="message">The text for the caller.</param>
/// <param name="reason">
/// The text for the log, where it tells more. It names no more of the URL than its host, since a signed URL is a secret.
/// </param>
internal sealed class ObjectStoreException(string message, string? reason = null) : Exception(message)
{
    private const string Unreached = "the object store could not be reached, or ended the exchange early";

    /// <summary>What happened, for the log.</summary>
    public string Reason => reason ?? Message;

    /// <summary>
    /// No exchange came about. Whatever the reason is, the caller is told the same: otherwise it could look through this endpoint at the network around it, name by name and port by port.
    /// </summary>
    /// <param name="reason">What happened, for the log.</param>
    public static ObjectStoreException NotReached(string reason) => new(Unreached, $"{Unreached}: {reason}");
}
