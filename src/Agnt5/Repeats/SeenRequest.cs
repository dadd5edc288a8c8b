namespace Agnt5;

/// <summary>What <see cref="SeenRequests"/> knows of a request.</summary>
public sealed class SeenRequest
{
    private SeenRequest()
    {
    }

    /// <summary>The request came for the first time, and is remembered now. It runs.</summary>
    public static SeenRequest New { get; } = new();

    /// <summary>The request came before, and no answer is held. It is answered with 409 <c>WORKERLESS_ATTEMPT_REPEATED</c>.</summary>
    public static SeenRequest Repeated { get; } = new();

    /// <summary>The request is not known and cannot be remembered, so it does not run. It is answered with 503 <c>WORKERLESS_BUSY</c>.</summary>
    public static SeenRequest NoRoom { get; } = new();

    /// <summary>The HTTP status of the answer that is held, or <see langword="null"/> when none is.</summary>
    public int? StatusCode { get; private init; }

    /// <summary>The JSON of the answer that is held, else empty.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The request came before. Its caller gets the answer again.</summary>
    /// <param name="statusCode">The answer's HTTP status.</param>
    /// <param name="body">The answer's JSON. Its memory must not change any more.</param>
    public static SeenRequest Answered(int statusCode, ReadOnlyMemory<byte> body) => new() { StatusCode = statusCode, Body = body };
}
