using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;

namespace Agnt5.Benchmarks.Conversing;

/// <summary>An unsigned invoke in memory.</summary>
internal sealed class JsonRequest(JsonObject body) : ServerlessRequest
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(body.ToJsonString());

    public override string Method => "POST";

    public override string Path => ServerlessEndpoint.InvokePath;

    public override long? ContentLength => _body.Length;

    public override PipeReader Body => PipeReader.Create(new(_body));

    public override string? Header(string name) => null;
}
