namespace Agnt5.Execution;

/// <summary>The sequence of every durable call of the workflow's code (protocol section 6).</summary>
internal static class DurableCall
{
    /// <summary>Makes a durable call.</summary>
    /// <returns>The task that the workflow's code awaits.</returns>
    /// <exception cref="ArgumentException">An argument of the call is invalid.</exception>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code, its key is in use, or its record cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller has left, or the code was given up.</exception>
    public static Task<T> Run<TCall, T>(WorkflowSlice slice, TCall call)
        where TCall : struct, IDurableCall<T>
    {
        using var entered = slice.Entrance.EnterDurableCall(call.Method, call.Name);
        if (!entered.GoesOn)
            return Never<T>();

        call.Validate();
        call.Claim();
        return call.Replay() ?? call.Open();
    }

    /// <summary>The task of a durable call that will not complete in this slice.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
