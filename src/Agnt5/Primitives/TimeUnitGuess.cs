namespace Agnt5.Primitives;

/// <summary>Recognizes a time of the wire that was given in another unit than milliseconds: as milliseconds it lies decades away, and in the other unit it is near.</summary>
internal static class TimeUnitGuess
{
    // Whoever takes the wrong unit may have a clock that is wrong as well. The units are a thousand apart, so a year is narrow.
    private const double NearMs = 366.0 * 24 * 60 * 60 * 1000;

    private static readonly (string Name, double Milliseconds)[] Units = [("seconds", 1000), ("microseconds", 1e-3), ("nanoseconds", 1e-6)];

    /// <summary>The unit that a number seems to be in, or <see langword="null"/> when it may be milliseconds or nothing fits.</summary>
    /// <param name="milliseconds">The number, which should be Unix time in milliseconds.</param>
    /// <param name="now">The time now.</param>
    public static string? Of(double milliseconds, DateTimeOffset now)
    {
        var nowMs = now.ToUnixTimeMilliseconds();
        if (!double.IsFinite(milliseconds) || Math.Abs(milliseconds - nowMs) <= NearMs)
            return null;
        foreach (var (name, length) in Units)
        {
            if (Math.Abs((milliseconds * length) - nowMs) <= NearMs)
                return name;
        }

        return null;
    }

    /// <summary>The end of a message about such a number, <c>; it looks like seconds, and must be milliseconds</c>, or nothing.</summary>
    public static string Hint(double milliseconds, DateTimeOffset now) => Of(milliseconds, now) is { } unit ? $"; it looks like {unit}, and must be milliseconds" : "";
}
