namespace Agnt5.Mcp;

/// <summary>Bounds what the results of all sessions together take of the memory, and those of one user.</summary>
/// <param name="most">The most bytes of all.</param>
/// <param name="mostOfUser">The most bytes of a user. Callers who are not signed in are all the same user, and have no such bound.</param>
internal sealed class KeptBytes(long most, long mostOfUser)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _byUser = new(StringComparer.Ordinal);
    private long _taken;

    /// <summary>Takes room in place of what is dropped for it.</summary>
    /// <param name="user">Whose room it is (<see cref="CallerIdentity.KeyOf"/>).</param>
    /// <param name="bytes">How much is taken.</param>
    /// <param name="released">How much of the user's is given back for it.</param>
    /// <returns>Whether there is room. If not, nothing changes.</returns>
    public bool TryTake(string user, long bytes, long released)
    {
        lock (_gate)
        {
            var own = _byUser.GetValueOrDefault(user) + bytes - released;
            var all = _taken + bytes - released;
            if (all > most || (user.Length > 0 && own > mostOfUser))
                return false;

            Set(user, own, all);
            return true;
        }
    }

    public void Release(string user, long bytes)
    {
        lock (_gate)
            Set(user, _byUser.GetValueOrDefault(user) - bytes, _taken - bytes);
    }

    private void Set(string user, long own, long all)
    {
        _taken = all;
        if (own > 0)
            _byUser[user] = own;
        else
            _byUser.Remove(user);
    }
}
