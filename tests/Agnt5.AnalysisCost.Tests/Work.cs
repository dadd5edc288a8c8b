namespace Agnt5.Shared;

internal static partial class Work
{
    private static readonly long[] Counts = new long[Enum.GetValues<WorkKind>().Length];

    /// <summary>The work counted since the last call.</summary>
    public static IReadOnlyDictionary<WorkKind, long> Take() =>
        Enum.GetValues<WorkKind>().ToDictionary(static kind => kind, static kind => Interlocked.Exchange(ref Counts[(int)kind], 0));

    static partial void Add(WorkKind kind) => Interlocked.Increment(ref Counts[(int)kind]);
}
