using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Agnt5.Protocol;

namespace Agnt5;

/// <summary>A request whose whole body is in memory: for tests, and for hosts that get it so. It may be sent more than once, also at the same time.</summary>
/// <param name="method">The HTTP method, upper-case.</param>
/// <param name="path">The path without query, relative to where the endpoint is mounted.</param>
/// <param name="body">The body, which must not change before the request was answered.</param>
/// <param name="deadline">When the host ends the request; <see langword="null"/> for never.</param>
/// <param name="hostContext">What the host knows of the request beside HTTP.</param>
public sealed class InMemoryRequest(
    string method, string path, ReadOnlyMemory<byte> body = default, DateTimeOffset? deadline = null, object? hostContext = null) : ServerlessRequest
{
    /// <inheritdoc/>
    public override string Method => method;

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override long? ContentLength => body.Length;

    /// <summary>A new reader of the body. There is nothing to complete.</summary>
    public override PipeReader Body => PipeReader.Create(new ReadOnlySequence<byte>(body));

    internal override ReadOnlyMemory<byte>? WholeBody => body;

    /// <inheritdoc/>
    public override DateTimeOffset? Deadline => deadline;

    /// <inheritdoc/>
    public override object? HostContext => hostContext;

    /// <summary>The headers, by names in any case. They are for the host to fill in; an unsigned request needs none.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>An invoke (protocol section 4).</summary>
    /// <param name="json">The body as UTF-8 JSON.</param>
    public static InMemoryRequest Invoke(ReadOnlyMemory<byte> json) => new("POST", ProtocolRoutes.InvokePath, json);

    /// <inheritdoc cref="Invoke(ReadOnlyMemory{byte})"/>
    /// <param name="json">The body as JSON.</param>
    public static InMemoryRequest Invoke(string json) => Invoke(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc/>
    public override string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
