using System.IO.Pipelines;

namespace Agnt5;

/// <summary>
/// One HTTP request as a host hands it to <see cref="ServerlessEndpoint"/>. A host derives from it; <see cref="InMemoryRequest"/> serves where the whole body is in memory. It is asked from one
/// thread at a time, and not any more once <see cref="ServerlessEndpoint.HandleAsync"/> has answered.
/// </summary>
public abstract class ServerlessRequest
{
    /// <summary>The HTTP method as it came. The protocol's methods are upper-case, and compared exactly.</summary>
    public abstract string Method { get; }

    /// <summary>
    /// The path, relative to where the endpoint is mounted, for example <c>/agnt5/invoke</c>: without the query, and without the authority of a target in absolute form. It is compared exactly, so
    /// give it as it stands in the request line, not decoded: <c>/agnt5/%69nvoke</c> is another path (protocol section 1).
    /// </summary>
    public abstract string Path { get; }

    /// <summary>
    /// The body's length in bytes where the caller declared it, else <see langword="null"/>. A length over <see cref="ServerlessOptions.MaxRequestBodyBytes"/> is refused before the body is read.
    /// It counts for nothing else: whether the body that arrives is as long is for the web server to see.
    /// </summary>
    public abstract long? ContentLength { get; }

    /// <summary>
    /// The raw body, without any encoding of the transfer. It is asked for once, on invokes whose headers are in order, and read until it is completed or over the limit.
    /// </summary>
    /// <remarks>
    /// The endpoint never completes the reader: the host does, after <see cref="ServerlessEndpoint.HandleAsync"/> has answered. A body that breaks off must fail the read, with any exception, or
    /// cancel it; that is answered with 400 <c>WORKERLESS_INVALID_REQUEST</c>. A reader that completes early instead passes a part for the whole.
    /// </remarks>
    public abstract PipeReader Body { get; }

    /// <summary>
    /// When the host ends the request, whether it was answered or not; <see langword="null"/>, the default, for never. It is the budget of an invoke whose body brings none; of two deadlines the
    /// earlier counts (protocol section 6, "Budget"). At the deadline the component's token fires, and 250 ms later the answer is made at the latest: leave as much, and what sending it takes,
    /// until the request really ends. One that has passed before the component begins cuts nothing off. It is asked for once, after the body was read.
    /// </summary>
    public virtual DateTimeOffset? Deadline => null;

    /// <summary>
    /// What the host knows of this request beside HTTP, such as the bindings of a platform that has no environment of the process, or the host's own request. Default: <see langword="null"/>. It is
    /// handed to <see cref="ServerlessOptions.RequestSigningSecretResolver"/> and <see cref="ServerlessOptions.RequestEnabledResolver"/>.
    /// </summary>
    public virtual object? HostContext => null;

    /// <summary>A header's value, or <see langword="null"/> when it is absent. Headers of one name are one value, joined with commas in their order (RFC 9110, section 5.3).</summary>
    /// <param name="name">The header's name, in any case.</param>
    public abstract string? Header(string name);
}
