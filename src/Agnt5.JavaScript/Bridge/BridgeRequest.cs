using System.Buffers;
using System.IO.Pipelines;

namespace Agnt5.JavaScript.Bridge;

/// <summary>A request that came over from JavaScript.</summary>
/// <param name="head">What is known before the body.</param>
/// <param name="context">What the host knows beside HTTP.</param>
internal abstract class BridgeRequest(RequestHead head, RequestContext? context) : ServerlessRequest
{
    public override string Method => head.Method;

    public override string Path => head.Path;

    public override long? ContentLength => head.ContentLength;

    public override object? HostContext => context;

    public override string? Header(string name) => head.Headers.Find(name);

    /// <summary>Ends the body, once the request was answered.</summary>
    public virtual void Complete()
    {
        // A body that is there in one piece holds nothing.
    }

    /// <summary>A request whose body came in one piece.</summary>
    public sealed class InOnePiece(RequestHead head, RequestContext? context, ReadOnlyMemory<byte> body) : BridgeRequest(head, context)
    {
        internal override ReadOnlyMemory<byte>? WholeBody => body;

        public override PipeReader Body => PipeReader.Create(new ReadOnlySequence<byte>(body));
    }

    /// <summary>A request whose body comes in parts.</summary>
    public sealed class InParts(RequestHead head, RequestContext? context, PipeReader body) : BridgeRequest(head, context)
    {
        public override PipeReader Body => body;

        public override void Complete() => body.Complete();
    }
}
