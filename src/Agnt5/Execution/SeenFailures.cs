using System.Runtime.CompilerServices;

namespace Agnt5.Execution;

/// <summary>
/// Knows which failures of steps the running code has been given. A failure is with the code that it was thrown into and with all that this code calls from then on, and not with a branch that
/// runs beside it: so a compensation can be told from another branch's next step, which no order of calls could.
/// </summary>
internal static class SeenFailures
{
    private static readonly AsyncLocal<Seen?> OfThisCode = new();
    // Which failure the code had seen that threw something else: what that is thrown into has been told of the failure too.
    private static readonly ConditionalWeakTable<Exception, StepFailedException> Replaced = [];

    [ThreadStatic]
    private static StepFailedException? handed;

    // Nothing else tells where a task's exception is thrown: a task that is awaited twice throws it twice, and one that is only looked at never.
    static SeenFailures() => AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => Note(thrown.Exception);

    /// <summary>Fails a task that the workflow's code awaits. Whatever runs before this returns goes on because of the failure, also where it is told of it by a result or by a task's state.</summary>
    public static void Hand<T>(StepFailedException failure, TaskCompletionSource<T> awaited)
    {
        handed = failure;
        try
        {
            awaited.SetException(failure);
            // The engine knows of it, also where the code was cut off before it looked.
            _ = awaited.Task.Exception;
        }
        finally
        {
            handed = null;
        }
    }

    /// <summary>
    /// Whether what the running code does now may depend on a failure: the code goes on because of it, or it was thrown into this code, or to nobody yet, so that code may have looked at it otherwise.
    /// </summary>
    public static bool MayBeBehind(StepFailedException failure)
    {
        if (failure.WasTold || ReferenceEquals(handed, failure))
            return true;

        for (var seen = OfThisCode.Value; seen is not null; seen = seen.Earlier)
        {
            if (ReferenceEquals(seen.Failure, failure))
                return true;
        }

        return !failure.WasThrown;
    }

    private static void Note(Exception thrown)
    {
        if (thrown is StepFailedException failure)
        {
            failure.WasThrown = true;
            See(failure);
        }
        // Nothing is allocated while there is no memory.
        else if (thrown is not OutOfMemoryException)
        {
            if (Replaced.TryGetValue(thrown, out var replaced))
                See(replaced);
            else if (OfThisCode.Value is { } seen)
                Replaced.TryAdd(thrown, seen.Failure);
        }
    }

    private static void See(StepFailedException failure)
    {
        if (!ReferenceEquals(OfThisCode.Value?.Failure, failure))
            OfThisCode.Value = new Seen(failure, OfThisCode.Value);
    }

    private sealed record Seen(StepFailedException Failure, Seen? Earlier);
}
