using System;
using System.Collections.Generic;
using System.Globalization;

namespace Agnt5.Primitives;

/// <summary>The values that a numeric option may have. The checks at start-up read it, and so do the analyzers, which compile this file for .NET Standard.</summary>
internal sealed class OptionRange
{
    /// <summary>The longest wait that a step policy may ask for, in milliseconds: 365 days. A longer one is a mistake in the unit.</summary>
    public const long LongestStepWaitMs = 31_536_000_000;

    private readonly Func<string> _advice;

    private OptionRange(long least, long most, Func<string> advice)
    {
        Least = least;
        Most = most;
        _advice = advice;
    }

    /// <summary>The ranges, by the option's class and name.</summary>
    public static IReadOnlyDictionary<string, OptionRange> ByName { get; } = new Dictionary<string, OptionRange>(StringComparer.Ordinal)
    {
        // A body is one block of pooled memory that doubles as it grows. A larger body would not fit into an array.
        ["ServerlessOptions.MaxRequestBodyBytes"] = Number("bytes", 1, 512 * 1024 * 1024),
        ["ServerlessOptions.RequestBodyTimeout"] = Time(TimeSpan.FromMilliseconds(1), "1 millisecond", TimeSpan.FromHours(1), "00:00:30"),

        // Sums with it stay far from the largest number, and no machine has so much memory.
        ["ServerlessOptions.MaxUnverifiedBytes"] = Number("bytes", 1, 1024L * 1024 * 1024 * 1024, ", for example 25165824"),
        ["ServerlessOptions.SigningSecretCacheTime"] = Time(TimeSpan.Zero, "00:00:00", TimeSpan.FromHours(1), "00:00:30"),
        ["ServerlessOptions.SignatureWindow"] = Time(TimeSpan.FromSeconds(1), "00:00:01", TimeSpan.FromHours(1), "00:05:00"),
        ["ServerlessOptions.MaxJsonDepth"] = Number("levels", 64, 4096),
        ["OutboundGuardOptions.Timeout"] = Time(TimeSpan.FromMilliseconds(1), "1 millisecond", TimeSpan.FromHours(1), "00:00:30"),
        ["Agnt5McpOptions.MaxResultBytes"] = Number("bytes", 1, long.MaxValue),
        ["Agnt5McpOptions.MaxInlineResultBytes"] = Number("bytes", 1, long.MaxValue),
        ["Agnt5McpOptions.MaxSessions"] = Number("sessions", 1, int.MaxValue),
        ["Agnt5McpOptions.MaxSessionsPerUser"] = Number("sessions", 1, int.MaxValue),
        ["Agnt5McpOptions.SessionIdleTime"] = Time(TimeSpan.FromTicks(1), "1 tick", TimeSpan.FromDays(40), "00:30:00"),
    };

    /// <summary>The least value; of a time, its ticks.</summary>
    public long Least { get; }

    /// <summary>The greatest value; of a time, its ticks.</summary>
    public long Most { get; }

    /// <summary>What to give: <c>a number of bytes from 1 to 536870912</c>.</summary>
    public string Advice => _advice(); // Put together only for a value that is refused: that costs more than all checks.

    public bool Contains(long value) => value >= Least && value <= Most;

    private static OptionRange Number(string unit, long least, long most, string example = "") => new(
        least,
        most,
        () => string.Format(CultureInfo.InvariantCulture, most >= int.MaxValue && example.Length == 0 ? "a number of {0} from {1}" : "a number of {0} from {1} to {2}", unit, least, most) + example);

    private static OptionRange Time(TimeSpan least, string leastText, TimeSpan most, string example) => new(
        least.Ticks, most.Ticks, () => string.Format(CultureInfo.InvariantCulture, "a time from {0} to {1:c}, for example {2}", leastText, most, example));
}
