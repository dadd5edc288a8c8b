namespace Agnt5.Local.Engine.Flow;

/// <summary>Concurrency, <c>max_concurrency</c> and singletons: at most so many runs hold the key at once. A singleton's limit is 1.</summary>
internal static class HoldingRule
{
    public static void Apply(KeyChange key, KeyHappening happening)
    {
        switch (happening)
        {
            case Claimed claimed:
                Claim(key, claimed);
                break;
            case Left left when key.Entries.Find(left.RunId) is { } entry:
                key.Remove(entry);
                break;
        }

        while (HasRoom(key) && key.Entries.Next is { } next)
        {
            key.Replace(next, FlowEntryKind.Holding);
            key.Grant(next.RunId);
        }
    }

    private static void Claim(KeyChange key, Claimed claimed)
    {
        if (key.Entries.Find(claimed.RunId) is { } known)
        {
            if (known.Kind == FlowEntryKind.Holding)
                key.Grant(claimed.RunId);
            return;
        }

        key.Adopt(claimed.Claim);
        if (!HasRoom(key) || key.Entries.Waiting > 0)
        {
            key.Wait(claimed);
            return;
        }

        key.Add(FlowEntryKind.Holding, claimed.RunId, claimed.Priority);
        key.Grant(claimed.RunId);
    }

    private static bool HasRoom(KeyChange key) => key.Entries.Holding < key.Limit;
}
