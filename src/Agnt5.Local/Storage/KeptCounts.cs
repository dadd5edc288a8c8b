namespace Agnt5.Local.Storage;

/// <summary>How much is kept of what has no end of its own: received events, batches and sessions. As many of each as ended runs, so that a store has a bound.</summary>
internal static class KeptCounts
{
    /// <summary>
    /// The least that is kept of each, however few ended runs are: an event that comes twice must be known by then, a batch must be told of, and a conversation must go on.
    /// </summary>
    public const int Least = 1000;

    public static int BesideRuns(int maxEndedRuns) => Math.Max(maxEndedRuns, Least);
}
