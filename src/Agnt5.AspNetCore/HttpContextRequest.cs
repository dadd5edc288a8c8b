using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Agnt5.AspNetCore;

/// <summary>A request of ASP.NET Core's as the endpoint sees it.</summary>
/// <param name="request">The request.</param>
/// <param name="path">Its path relative to where the endpoint is mounted.</param>
internal sealed class HttpContextRequest(HttpRequest request, string path) : ServerlessRequest
{
    public override string Method => request.Method;

    public override string Path => path;

    public override long? ContentLength => request.ContentLength;

    public override PipeReader Body => request.BodyReader;

    public override object HostContext => request.HttpContext;

    public override string? Header(string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
