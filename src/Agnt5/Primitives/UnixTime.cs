namespace Agnt5.Primitives;

/// <summary>Converts the times of the wire: milliseconds since 1970, UTC. Numbers out of range are cut to the range of <see cref="DateTimeOffset"/>.</summary>
internal static class UnixTime
{
    private static readonly double First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly double Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset ToDateTimeOffset(double milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(milliseconds, First, Last));

    /// <summary>Adds without overflow: the sum stops at the end of the range.</summary>
    public static long Add(long milliseconds, long span) => long.CreateSaturating((Int128)milliseconds + span);

    /// <summary>Returns a span in whole milliseconds, rounded up.</summary>
    public static long CeilingMilliseconds(TimeSpan span) => (span.Ticks / TimeSpan.TicksPerMillisecond) + (span.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);
}
