using System.Buffers;
using System.IO.Pipelines;

namespace Agnt5.JavaScript.Bridge;

/// <summary>A request that came over from JavaScript.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path, relative to where the handler is mounted, without the query.</param>
/// <param name="headers">The headers (<see cref="HeaderLines"/>).</param>
/// <param name="context">What the host knows beside HTTP.</param>
/// <param name="contentLength">The declared length of the body.</param>
/// <param name="body">The body.</param>
internal sealed class BridgeRequest(string method, string path, string headers, RequestContext? context, long? contentLength, PipeReader body) : ServerlessRequest
{
    public override string Method => method;

    public override string Path => path;

    public override long? ContentLength => contentLength;

    public override PipeReader Body => body;

    public override object? HostContext => context;

    public override string? Header(string name) => HeaderLines.Find(headers, name);

    /// <summary>A reader of a body that came over in one piece.</summary>
    public static PipeReader Whole(ReadOnlyMemory<byte> body) => PipeReader.Create(new ReadOnlySequence<byte>(body));
}
