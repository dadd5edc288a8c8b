using System.Globalization;
using System.Text;
using System.Text.Json;
using Agnt5.Execution;
using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// Ends a timer in a checkpoint. An endpoint asks its own clock whether a timer is due, and counts from what it recorded (protocol section 6, "Timers"): the start of a sleep, the time that a sleep
/// lasts until, or the <c>ready_at_ms</c> of a step's retry. So the recorded time is moved back by what is left, and an endpoint in any language finds the timer due.
/// </summary>
internal static class SkippedTimer
{
    /// <summary>Moves a timer's recorded time.</summary>
    /// <param name="checkpoint">The checkpoint as UTF-8 JSON.</param>
    /// <param name="timerKey">The timer, as the response named it.</param>
    /// <param name="leftMs">What is left of it, in ms.</param>
    /// <returns>The checkpoint with this one number changed; <see langword="null"/> where it has no whole number for this timer.</returns>
    public static byte[]? In(ReadOnlyMemory<byte> checkpoint, string timerKey, long leftMs)
    {
        try
        {
            return Move(checkpoint.Span, leftMs, timerKey) ?? Move(checkpoint.Span, leftMs, DurableKey.Retry(timerKey), "ready_at_ms");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Move(ReadOnlySpan<byte> checkpoint, long leftMs, params ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(checkpoint, JsonDepth.Checked);
        if (!reader.Read() || !JsonMembers.TryEnter(ref reader, "steps"u8))
            return null;
        foreach (var name in path)
            if (!JsonMembers.TryEnter(ref reader, Encoding.UTF8.GetBytes(name)))
                return null;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var recordedMs))
            return null;

        var moved = Encoding.ASCII.GetBytes(Before(recordedMs, leftMs).ToString(CultureInfo.InvariantCulture));
        return [.. checkpoint[..(int)reader.TokenStartIndex], .. moved, .. checkpoint[(int)reader.BytesConsumed..]];
    }

    // An endpoint may record what it likes: no time is so early that the difference wraps.
    private static long Before(long recordedMs, long leftMs) => recordedMs < long.MinValue + leftMs ? long.MinValue : recordedMs - leftMs;
}
