namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// A seeded order: among the ready moves, the one with the lowest rank goes first. Ranks belong to names and not to moments. So a run that was cut goes on as it would have without the cut,
/// as far as the same moves are ready.
/// </summary>
public sealed class Schedule(int seed)
{
    public int Seed => seed;

    public uint RankOf(string name, int number)
    {
        // FNV-1a with a final mix: string.GetHashCode differs from process to process.
        var hash = 2166136261u ^ (uint)seed;
        foreach (var character in name)
            hash = (hash ^ character) * 16777619u;
        hash = (hash ^ (uint)number) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x7feb352du;
        hash = (hash ^ (hash >> 15)) * 0x846ca68bu;
        return hash ^ (hash >> 16);
    }

    /// <summary>True once in so many cases.</summary>
    public bool OneIn(int cases, string name, int number) => RankOf(name, number) % (uint)cases == 0;
}
