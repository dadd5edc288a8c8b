namespace Agnt5;

/// <summary>
/// Remembers the signed requests that have come, so that a captured request that is sent again runs nothing (protocol section 3). Set <see cref="ServerlessOptions.SeenRequests"/> to
/// <see cref="MemorySeenRequests"/>, or derive a store from this class that all instances of an endpoint share. Its members are called at the same time for any number of requests.
/// </summary>
/// <remarks>
/// A request is known by its signature, which covers the timestamp, the attempt id and the body. Two requests may carry one attempt id and are different all the same.
/// A store that throws lets nothing in: the request is answered with 503 <c>WORKERLESS_BUSY</c>, and the log has the reason.
/// </remarks>
public abstract class SeenRequests
{
    /// <summary>
    /// Remembers a request, unless it is known. Do both in one operation where the store has one (Redis: <c>SET</c> with <c>NX</c>). Else two instances that get a request at the same
    /// instant may both run it.
    /// </summary>
    /// <param name="signature">The 32 bytes of the request's HMAC. Copy them to keep them.</param>
    /// <param name="until">From when on the store may forget the request. It is refused as expired then, with a minute to spare for bodies that arrive slowly and for clocks that differ.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <returns>
    /// <see cref="SeenRequest.New"/> for a request that came for the first time and is remembered now, <see cref="SeenRequest.NoRoom"/> for one that could not be remembered, else the
    /// answer that is held, or <see cref="SeenRequest.Repeated"/>.
    /// </returns>
    public abstract ValueTask<SeenRequest> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Holds the answer to a remembered request, for a caller that did not get it. The answer goes out after this has returned, or after a second. A store may hold nothing, or forget an
    /// answer before its request; a repeated request then gets 409 <c>WORKERLESS_ATTEMPT_REPEATED</c>. Default: holds nothing.
    /// </summary>
    /// <param name="signature">The signature that <see cref="RememberAsync"/> remembered.</param>
    /// <param name="until">From when on the store may forget the request.</param>
    /// <param name="statusCode">The answer's HTTP status.</param>
    /// <param name="body">The answer's JSON: what the component returned, and the run's checkpoint. Its memory does not change any more, so it may be kept.</param>
    public virtual ValueTask HoldAnswerAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body) => ValueTask.CompletedTask;
}
