using System.IO.Pipelines;

namespace Agnt5;

/// <summary>One HTTP request as a host hands it to <see cref="ServerlessEndpoint"/>.</summary>
public abstract class ServerlessRequest
{
    /// <summary>The HTTP method, upper-case as it came.</summary>
    public abstract string Method { get; }

    /// <summary>The path without query, relative to where the endpoint is mounted, for example <c>/agnt5/invoke</c>.</summary>
    public abstract string Path { get; }

    /// <summary>The body's length in bytes where the caller declared it.</summary>
    public abstract long? ContentLength { get; }

    /// <summary>The body.</summary>
    public abstract PipeReader Body { get; }

    /// <summary>A header's value, or <see langword="null"/> when it is absent.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public abstract string? Header(string name);
}
