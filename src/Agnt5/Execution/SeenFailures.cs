using System.Runtime.ExceptionServices;

namespace Agnt5.Execution;

/// <summary>
/// Knows which failures of steps the running code has been given. A failure is with the code that it was thrown into and with all that this code calls from then on, and not with a branch that
/// runs beside it: so a compensation can be told from another branch's next step, which no order of calls could.
/// </summary>
internal static class SeenFailures
{
    private static readonly AsyncLocal<Seen?> OfThisCode = new();

    // Nothing else tells where a task's exception is thrown: a task that is awaited twice throws it twice, and one that is only looked at never.
    static SeenFailures() => AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => Note(thrown);

    /// <summary>Whether what the running code does now may depend on a failure: it was thrown into this code, or to nobody yet, so that code may have looked at it otherwise.</summary>
    public static bool MayBeBehind(StepFailedException failure)
    {
        for (var seen = OfThisCode.Value; seen is not null; seen = seen.Earlier)
        {
            if (ReferenceEquals(seen.Failure, failure))
                return true;
        }

        return !failure.WasThrown;
    }

    private static void Note(FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is not StepFailedException failure)
            return;

        failure.WasThrown = true;
        if (!ReferenceEquals(OfThisCode.Value?.Failure, failure))
            OfThisCode.Value = new Seen(failure, OfThisCode.Value);
    }

    private sealed record Seen(StepFailedException Failure, Seen? Earlier);
}
