namespace Agnt5.Analyzers.Durability;

/// <summary>The marks of idempotent code: a key's name, a header, a clause of an SQL command.</summary>
internal static class IdempotencyNames
{
    private static readonly string[] Marks = ["idempoten", "on conflict"];

    /// <summary>Whether a name or text has such a mark.</summary>
    public static bool IsOne(string text)
    {
        foreach (var mark in Marks)
            if (text.Length >= mark.Length && text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
