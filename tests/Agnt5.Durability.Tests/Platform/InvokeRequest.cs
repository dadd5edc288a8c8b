using System.IO.Pipelines;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>An invoke in memory, unsigned.</summary>
internal sealed class InvokeRequest(JsonObject body) : ServerlessRequest
{
    private readonly byte[] _body = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());

    public override string Method => "POST";

    public override string Path => ServerlessEndpoint.InvokePath;

    public override long? ContentLength => _body.Length;

    public override PipeReader Body => PipeReader.Create(new(_body));

    public override string? Header(string name) => null;
}
