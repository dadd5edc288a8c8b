using System.Diagnostics;

namespace Agnt5.Shared;

/// <summary>Counts what analysis does, so that a test can tell when a rule begins to do more. The package is built without <c>AGNT5_COUNTS_WORK</c>: nothing is
/// counted there, and no call is left.</summary>
internal static partial class Work
{
    /// <summary>Counts one thing that was looked at.</summary>
    [Conditional("AGNT5_COUNTS_WORK")]
    public static void Count(WorkKind kind) => Add(kind);

    /// <summary>Counts what a walk comes by, as it comes by it.</summary>
    public static IEnumerable<T> Counted<T>(this IEnumerable<T> walk, WorkKind kind)
    {
#if AGNT5_COUNTS_WORK
        foreach (var part in walk)
        {
            Count(kind);
            yield return part;
        }
#else
        _ = kind;
        return walk;
#endif
    }

    // Written by the test of the cost.
    static partial void Add(WorkKind kind);
}
