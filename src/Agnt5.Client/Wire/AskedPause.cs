namespace Agnt5.Client.Wire;

/// <summary>How long the gateway asks a caller to stay away (<c>Retry-After</c>).</summary>
internal static class AskedPause
{
    /// <summary>The pause, or <see langword="null"/> where none is asked for.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };
}
