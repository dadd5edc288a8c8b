using System.Diagnostics;

namespace Agnt5.Shared;

/// <summary>Counts the work of the analysis, so that a test fails when a rule begins to do more. The package is built without <c>AGNT5_COUNTS_WORK</c>: it counts
/// nothing and contains no calls.</summary>
internal static partial class Work
{
    /// <summary>Counts one thing that was looked at.</summary>
    [Conditional("AGNT5_COUNTS_WORK")]
    public static void Count(WorkKind kind) => Add(kind);

    /// <summary>Counts the items of a walk while it runs.</summary>
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

    // The cost test sets this.
    static partial void Add(WorkKind kind);
}
