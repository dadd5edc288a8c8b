using System.Globalization;
using Agnt5.Local.Gateway.Http;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Counts the streams that are open, and refuses more than there may be.</summary>
internal sealed class StreamLimit(int most)
{
    private int _open;

    /// <summary>Takes a place, which is given back with the result's disposal.</summary>
    /// <exception cref="GatewayException">None is free.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _open) <= most)
            return new Place(this);
        Interlocked.Decrement(ref _open);
        throw new GatewayException(new GatewayRefusal(
            503, "TOO_MANY_STREAMS", string.Create(CultureInfo.InvariantCulture, $"{most} streams are open already, the gateway's MaxStreams. Close some, or ask for the events without streaming."))
        {
            RetryAfterSeconds = 5,
        });
    }

    private sealed class Place(StreamLimit limit) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
                Interlocked.Decrement(ref limit._open);
        }
    }
}
