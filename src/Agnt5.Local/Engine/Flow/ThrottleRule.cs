namespace Agnt5.Local.Engine.Flow;

/// <summary>A throttle: at most so many runs start within a time. The others wait in line.</summary>
internal static class ThrottleRule
{
    public static void Apply(KeyChange key, KeyHappening happening)
    {
        if (happening is Claimed { Claim: var claim, RunId: var claimedBy } && key.Entries.Find(claimedBy) is null)
            key.Adopt(claim);
        SlidingWindow.Slide(key);
        switch (happening)
        {
            case Claimed claimed:
                Claim(key, claimed);
                break;
            case Left left when key.Entries.Find(left.RunId) is { Kind: FlowEntryKind.Waiting } waiting:
                key.Remove(waiting);
                break;
        }

        while (SlidingWindow.HasRoom(key) && key.Entries.Next is { } next)
        {
            key.Replace(next, FlowEntryKind.Passed);
            key.Grant(next.RunId);
        }

        key.WakeAtMs = key.Entries.Waiting > 0 ? SlidingWindow.RoomAtMs(key) : SlidingWindow.ForgetAtMs(key);
    }

    private static void Claim(KeyChange key, Claimed claimed)
    {
        if (key.Entries.Find(claimed.RunId) is { } known)
        {
            if (known.Kind == FlowEntryKind.Passed)
                key.Grant(claimed.RunId);
        }
        else if (!SlidingWindow.HasRoom(key) || key.Entries.Waiting > 0)
        {
            key.Wait(claimed);
        }
        else
        {
            key.Add(FlowEntryKind.Passed, claimed.RunId, claimed.Priority);
            key.Grant(claimed.RunId);
        }
    }
}
