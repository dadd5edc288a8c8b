using System.Globalization;

namespace Agnt5.Local.Gateway.Http;

/// <summary>Counts the bytes of bodies whose senders nobody knows yet, and refuses more than may be there at once.</summary>
internal sealed class UnverifiedBytes
{
    /// <summary>The most bytes at once: 64 MiB.</summary>
    public const long Most = 64 * 1024 * 1024;

    private long _bytes;

    /// <summary>Begins to count a body. It is counted until the result's disposal.</summary>
    public Room Enter() => new(this);

    /// <summary>What one body takes.</summary>
    public sealed class Room(UnverifiedBytes all) : IDisposable
    {
        private long _taken;

        /// <exception cref="GatewayException">There is no room for them.</exception>
        public void Take(int bytes)
        {
            _taken += bytes;
            if (Interlocked.Add(ref all._bytes, bytes) > Most)
                throw new GatewayException(new GatewayRefusal(
                    503, "TOO_MANY_WEBHOOKS", string.Create(CultureInfo.InvariantCulture, $"Webhooks of more than {Most} bytes are arriving at once. Send it again a little later."))
                {
                    RetryAfterSeconds = 1,
                });
        }

        public void Dispose() => Interlocked.Add(ref all._bytes, -Interlocked.Exchange(ref _taken, 0));
    }
}
