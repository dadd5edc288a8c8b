using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine.Flow;

/// <summary>A debounce: only the latest run starts, once no other came for as long as the window. Each run begins the window anew.</summary>
internal static class DebounceRule
{
    public static void Apply(KeyChange key, KeyHappening happening)
    {
        var waiting = key.Entries.Next;
        switch (happening)
        {
            case Claimed claimed when claimed.RunId != waiting?.RunId:
                key.Adopt(claimed.Claim);
                if (waiting is not null)
                {
                    key.Remove(waiting);
                    key.Tell(waiting.RunId, new Superseded(key.NowMs, claimed.RunId));
                }

                key.Wait(claimed);
                break;
            case Left left when left.RunId == waiting?.RunId:
                key.Remove(waiting);
                break;
            case var _ when waiting?.AtMs > key.NowMs:
                key.Replace(waiting, FlowEntryKind.Waiting);
                break;
        }

        if (key.Entries.Next is not { } latest)
            return;
        if (key.WindowAfter(latest.AtMs) is var due && due > key.NowMs)
        {
            key.WakeAtMs = due;
            return;
        }

        key.Remove(latest);
        key.Grant(latest.RunId);
    }
}
