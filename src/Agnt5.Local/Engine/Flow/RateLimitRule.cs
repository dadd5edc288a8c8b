using System.Globalization;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine.Flow;

/// <summary>A rate limit: at most so many runs are accepted within a time. The others are refused for good.</summary>
internal static class RateLimitRule
{
    /// <summary>The code of a run that a rate limit refused.</summary>
    public const string Code = "RATE_LIMITED";

    public static void Apply(KeyChange key, KeyHappening happening)
    {
        if (happening is Claimed { Claim: var claim, RunId: var claimedBy } && key.Entries.Find(claimedBy) is null)
            key.Adopt(claim);
        SlidingWindow.Slide(key);
        if (happening is Claimed claimed)
            Claim(key, claimed);
        key.WakeAtMs = SlidingWindow.ForgetAtMs(key);
    }

    private static void Claim(KeyChange key, Claimed claimed)
    {
        if (key.Entries.Find(claimed.RunId) is not null)
        {
            key.Grant(claimed.RunId);
        }
        else if (SlidingWindow.HasRoom(key))
        {
            key.Add(FlowEntryKind.Passed, claimed.RunId, claimed.Priority);
            key.Grant(claimed.RunId);
        }
        else
        {
            key.Tell(claimed.RunId, new KeyRefused(key.NowMs, claimed.Claim.Key, Code, Explain(key)));
        }
    }

    private static string Explain(KeyChange key) => string.Create(
        CultureInfo.InvariantCulture,
        $"The rate limit of {key.Limit} runs in {key.WindowMs} ms is used up for this run's key. Try again in {SlidingWindow.RoomAtMs(key) - key.NowMs} ms.");
}
