using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.AspNetCore.Direct;

/// <summary>A request of the web server's as the endpoint sees it, used again for the next one of its connection.</summary>
/// <param name="contexts">Makes the context.</param>
internal sealed class DirectRequest(DefaultHttpContextFactory contexts) : ServerlessRequest
{
    private IFeatureCollection? _features;
    private IHttpRequestFeature? _request;
    private HttpContext? _context;

    /// <summary>What the host's own application keeps for the request; <see langword="null"/> where nobody observes it.</summary>
    public object? Observed { get; set; }

    /// <summary>The request's features.</summary>
    public IFeatureCollection Features => _features ?? throw new ObjectDisposedException(nameof(DirectRequest));

    public override string Method => Request.Method;

    public override string Path => TargetPath.Of(Request.RawTarget);

    public override long? ContentLength => Request.Headers.ContentLength;

    public override PipeReader Body => Features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;

    public override object HostContext => Context;

    /// <summary>The request as ASP.NET Core has it, for whoever asks: most endpoints never do.</summary>
    public HttpContext Context => _context ??= contexts.Create(Features);

    private IHttpRequestFeature Request => _request ?? throw new ObjectDisposedException(nameof(DirectRequest));

    public override string? Header(string name) => Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Becomes a request.</summary>
    public void Begin(IFeatureCollection features)
    {
        _features = features;
        _request = features.GetRequiredFeature<IHttpRequestFeature>();
    }

    /// <summary>Lets go of the request.</summary>
    public void End()
    {
        _features = null;
        _request = null;
        // Who has kept it must not see the connection's next request.
        (_context as DefaultHttpContext)?.Uninitialize();
        _context = null;
        Observed = null;
    }
}
