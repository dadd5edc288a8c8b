using Agnt5.Local.Engine.Runs;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>What a slice may not do, whatever other runs do.</summary>
internal static class SliceProblems
{
    /// <param name="slice">The slice.</param>
    /// <param name="failedAttempts">How many attempts of the run have failed before: the next one may go another way.</param>
    public static Problem? Find(PlayedSlice slice, int failedAttempts)
    {
        // A slice whose time is over may end before it comes to all records.
        if (failedAttempts > 0 || slice is not { Unused: [var key, ..], Answer: CompletedAnswer or SuspendedAnswer { Pause: not BudgetPause } })
            return null;

        return new Problem($"has a record of step '{key}', and its replay does not ask for it", Advice.Unused);
    }
}
