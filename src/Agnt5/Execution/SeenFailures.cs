using System.Runtime.CompilerServices;

namespace Agnt5.Execution;

/// <summary>
/// Knows which failures of steps the running code has been given. A failure flows with the code that it was thrown into and with all later calls of that code, but not with a parallel branch.
/// This distinguishes a compensation from the next step of another branch. The order of calls alone could not.
/// </summary>
internal static class SeenFailures
{
    private static readonly AsyncLocal<Seen?> OfThisCode = new();
    // By exception: the failure that its thrower had seen. Code that gets the exception has learned of the failure too.
    private static readonly ConditionalWeakTable<Exception, StepFailedException> Replaced = [];

    [ThreadStatic]
    private static StepFailedException? handed;

    // Only this event tells where a task's exception is thrown: a task that is awaited twice throws it twice, and a task whose state is only read never throws it.
    static SeenFailures() => AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => Note(thrown.Exception);

    /// <summary>Fails a task that the workflow's code awaits. All code that runs before this returns continues because of the failure, even if it learns of it by a result or a task's state.</summary>
    public static void Hand<T>(StepFailedException failure, TaskCompletionSource<T> awaited)
    {
        handed = failure;
        try
        {
            awaited.SetException(failure);
            // Marks the exception as observed, even if the code is cut off before it looks.
            _ = awaited.Task.Exception;
        }
        finally
        {
            handed = null;
        }
    }

    /// <summary>Whether the running code continues because of one of the failures that wait for a reaction, or was thrown one.</summary>
    public static bool IncludeOneOf(StepFailures open)
    {
        if (handed is { OpenIn: { } among } && ReferenceEquals(among, open))
            return true;

        for (var seen = SkipClosed(OfThisCode.Value); seen is not null; seen = SkipClosed(seen.Earlier))
        {
            if (ReferenceEquals(seen.Failure.OpenIn, open))
                return true;
        }

        return false;
    }

    private static void Note(Exception thrown)
    {
        if (thrown is StepFailedException failure)
        {
            failure.WasThrown = true;
            See(failure);
        }
        // Allocates nothing when memory has run out.
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
            OfThisCode.Value = new Seen(failure, SkipClosed(OfThisCode.Value));
    }

    // Nobody asks for a failure any more that had its reaction. Later walks skip all of them in one hop, however many failures the code has caught.
    private static Seen? SkipClosed(Seen? seen)
    {
        var open = seen;
        while (open is { Failure.OpenIn: null })
            open = open.Earlier;
        if (seen is not null && !ReferenceEquals(seen, open))
            seen.Earlier = open;
        return open;
    }

    private sealed class Seen(StepFailedException failure, Seen? earlier)
    {
        public StepFailedException Failure => failure;

        public Seen? Earlier { get; set; } = earlier;
    }
}
