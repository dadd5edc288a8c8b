namespace Agnt5.Json.Limits;

/// <summary>
/// The time that one request may spend on matching patterns. Each text may be slow, and a request has many texts, in its input and in its signals. It is time on the clock, because the processor time
/// of a thread costs too much to read. A busy machine may stop the thread meanwhile, so a text that takes too long is tried a second time, and counts no more than both tries may take.
/// </summary>
internal sealed class PatternTime
{
    /// <summary>How long one try of one text may take, with an expression that looks around or refers back. Good texts take microseconds.</summary>
    public static readonly TimeSpan MostForTry = TimeSpan.FromMilliseconds(10);

    /// <summary>How long all texts together may take with such expressions.</summary>
    public static readonly TimeSpan MostForTries = TimeSpan.FromMilliseconds(50);

    /// <summary>How long all texts together may take with expressions that are matched in one pass. It grows with the texts, so only an expression that is slow itself needs the bound.</summary>
    public static readonly TimeSpan MostInOnePass = TimeSpan.FromMilliseconds(200);

    private long _triesTicks;
    private long _onePassTicks;

    /// <summary>Whether no more time is left for a pattern.</summary>
    public bool IsOverFor(PatternLimit pattern) =>
        pattern.IsOnePass ? Volatile.Read(ref _onePassTicks) >= MostInOnePass.Ticks : Volatile.Read(ref _triesTicks) >= MostForTries.Ticks;

    /// <summary>Counts the time since a text began to be matched. Calls of tools may match at the same time.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="started">The timestamp at which matching began.</param>
    public void Spend(PatternLimit pattern, long started)
    {
        var ticks = TimeProvider.System.GetElapsedTime(started).Ticks;
        if (pattern.IsOnePass)
            Interlocked.Add(ref _onePassTicks, ticks);
        else
            Interlocked.Add(ref _triesTicks, Math.Min(ticks, 2 * MostForTry.Ticks));
    }
}
