using System.IO.Pipelines;

namespace Agnt5;

/// <summary>
/// One HTTP request as a host hands it to <see cref="ServerlessEndpoint"/>. A host derives a class from this one. Where the whole body is in memory, <see cref="InMemoryRequest"/> is that class.
/// The endpoint uses a request from one thread at a time, and not any more once <see cref="ServerlessEndpoint.HandleAsync"/> has answered.
/// </summary>
public abstract class ServerlessRequest
{
    /// <summary>The HTTP method as it came. The protocol's methods are upper-case, and compared exactly.</summary>
    public abstract string Method { get; }

    /// <summary>
    /// The path, relative to where the endpoint is mounted, for example <c>/agnt5/invoke</c>: without the query, and without the authority of a target in absolute form. The endpoint compares it
    /// exactly, so give the path as it stands in the request line, not decoded: <c>/agnt5/%69nvoke</c> is another path (protocol section 1).
    /// </summary>
    public abstract string Path { get; }

    /// <summary>
    /// The body's length in bytes where the caller declared it, else <see langword="null"/>. A length over <see cref="ServerlessOptions.MaxRequestBodyBytes"/> is refused before the body is read.
    /// The endpoint uses the length for nothing else: the web server checks that the body has it.
    /// </summary>
    public abstract long? ContentLength { get; }

    /// <summary>
    /// The raw body, without any encoding of the transfer. The endpoint gets it once, on invokes whose headers are in order, and reads it until it is completed or over the limit.
    /// </summary>
    /// <remarks>
    /// The endpoint never completes the reader: the host does, after <see cref="ServerlessEndpoint.HandleAsync"/> has answered. A body that breaks off must fail the read, with any exception, or
    /// cancel it; that is answered with 400 <c>WORKERLESS_INVALID_REQUEST</c>. A reader that completes early instead passes a part for the whole. A body that takes too long, or gives way to others,
    /// is stopped with <see cref="PipeReader.CancelPendingRead"/>, from any thread: a pending read must end then.
    /// </remarks>
    public abstract PipeReader Body { get; }

    /// <summary>The whole body, where it is in memory already. It is read instead of <see cref="Body"/>, without a reader in between.</summary>
    internal virtual ReadOnlyMemory<byte>? WholeBody => null;

    /// <summary>
    /// The time at which the host ends the request, answered or not. Default: <see langword="null"/>, for never. The deadline is the budget of an invoke whose body brings none; of two deadlines
    /// the earlier counts (protocol section 6, "Budget"). At the deadline the component's token fires, and there is an answer 250 ms later at the latest. So give a time that lies before the real
    /// end by those 250 ms and the time for sending. A deadline that passes before the
    /// component begins cuts nothing off. The endpoint asks once, after it has read the body.
    /// </summary>
    public virtual DateTimeOffset? Deadline => null;

    /// <summary>
    /// An object of the host for this request, such as the bindings of a platform that has no environment of the process, or the web server's request. Default: <see langword="null"/>.
    /// <see cref="ServerlessOptions.RequestSigningSecretResolver"/> and <see cref="ServerlessOptions.RequestEnabledResolver"/> get it.
    /// </summary>
    public virtual object? HostContext => null;

    /// <summary>A header's value, or <see langword="null"/> when it is absent. Headers of one name are one value, joined with commas in their order (RFC 9110, section 5.3).</summary>
    /// <param name="name">The header's name, in any case.</param>
    public abstract string? Header(string name);
}
