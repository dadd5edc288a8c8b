namespace Agnt5.Shared;

/// <summary>Finds the member that somebody meant who wrote another name.</summary>
internal static class NearestName
{
    /// <summary>The JSON name of the member, or <see langword="null"/> when none is near.</summary>
    public static string? Find(string written, IReadOnlyList<MemberModel> members)
    {
        if (members.FirstOrDefault(member => member.Name == written) is { } byName)
            return byName.JsonName;
        var plain = Plain(written);
        if (members.FirstOrDefault(member => Plain(member.JsonName) == plain || Plain(member.Name) == plain) is { } otherStyle)
            return otherStyle.JsonName;

        // A third of the letters may be wrong, and no other member as near.
        var near = members
            .Where(member => IsNear(Math.Abs(plain.Length - member.JsonName.Length), member))
            .Select(member => (member.JsonName, Distance: EditDistance(plain, Plain(member.JsonName)), Member: member))
            .Where(candidate => IsNear(candidate.Distance, candidate.Member))
            .OrderBy(static candidate => candidate.Distance)
            .ToArray();
        return near switch
        {
            [var only] => only.JsonName,
            [var first, var second, ..] when first.Distance < second.Distance => first.JsonName,
            _ => null,
        };

        bool IsNear(int distance, MemberModel member) => distance * 3 <= Math.Max(plain.Length, member.JsonName.Length);
    }

    // accountId, AccountId, account_id and account-id are one name in four styles.
    private static string Plain(string name) => name.Trim().Replace("_", "").Replace("-", "").ToLowerInvariant();

    // By Damerau and Levenshtein: letters that are left out, added, replaced, or swapped with the next one.
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
