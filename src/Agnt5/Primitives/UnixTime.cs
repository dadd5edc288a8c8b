namespace Agnt5.Primitives;

/// <summary>Times as the wire has them: milliseconds since 1970, UTC. Numbers that no clock shows are cut to the range of <see cref="DateTimeOffset"/>.</summary>
internal static class UnixTime
{
    private static readonly double First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly double Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset ToDateTimeOffset(double milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(milliseconds, First, Last));

    /// <summary>A sum that stays at the end of the range where it would pass it.</summary>
    public static long Add(long milliseconds, long span) => long.CreateSaturating((Int128)milliseconds + span);

    /// <summary>A span in whole milliseconds, never shorter than it is.</summary>
    public static long CeilingMilliseconds(TimeSpan span) => (span.Ticks / TimeSpan.TicksPerMillisecond) + (span.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);
}
