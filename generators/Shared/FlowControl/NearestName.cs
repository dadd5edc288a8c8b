namespace Agnt5.Shared;

/// <summary>Finds the known name that is nearest to a wrong one.</summary>
internal static class NearestName
{
    /// <summary>The JSON name of the member, or <see langword="null"/> when none is near.</summary>
    public static string? Find(string written, IReadOnlyList<InputMember> members) =>
        Find(written, members.Select(static member => new NamedThing(member.JsonName, member.SourceName)).ToArray());

    /// <summary>The name on the wire, or <see langword="null"/> when none is near.</summary>
    public static string? Find(string written, IReadOnlyList<NamedThing> things)
    {
        var byName = things.FirstOrDefault(thing => thing.SourceName == written);
        if (byName.WireName is not null)
            return byName.WireName;
        var plain = Plain(written);
        var otherStyle = things.FirstOrDefault(thing => Plain(thing.WireName) == plain || Plain(thing.SourceName) == plain);
        if (otherStyle.WireName is not null)
            return otherStyle.WireName;

        // At most a third of the letters may be wrong, and no other name may be as near.
        var near = things
            .Where(thing => IsNear(Math.Abs(plain.Length - thing.WireName.Length), thing))
            .Select(thing => (thing.WireName, Distance: EditDistance(plain, Plain(thing.WireName)), Thing: thing))
            .Where(candidate => IsNear(candidate.Distance, candidate.Thing))
            .OrderBy(static candidate => candidate.Distance)
            .ToArray();
        return near switch
        {
            [var only] => only.WireName,
            [var first, var second, ..] when first.Distance < second.Distance => first.WireName,
            _ => null,
        };

        bool IsNear(int distance, NamedThing thing) => distance * 3 <= Math.Max(plain.Length, thing.WireName.Length);
    }

    // accountId, AccountId, account_id and account-id are one name in four styles.
    private static string Plain(string name) => name.Trim().Replace("_", "").Replace("-", "").ToLowerInvariant();

    // The Damerau-Levenshtein distance: letters left out, added, replaced, or swapped with the next one.
    private static int EditDistance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distances[i, j] = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }

        return distances[left.Length, right.Length];
    }
}

/// <summary>A thing with one name on the wire and another in source.</summary>
internal readonly record struct NamedThing(string WireName, string SourceName);
