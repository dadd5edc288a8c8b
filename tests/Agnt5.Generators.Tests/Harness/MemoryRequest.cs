using System.IO.Pipelines;
using System.Text;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>An unsigned request from memory.</summary>
internal sealed class MemoryRequest(string method, string path, string body) : ServerlessRequest
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(body);

    public override string Method => method;

    public override string Path => path;

    public override long? ContentLength => _body.Length;

    public override PipeReader Body => PipeReader.Create(new MemoryStream(_body));

    public override string? Header(string name) => null;
}
