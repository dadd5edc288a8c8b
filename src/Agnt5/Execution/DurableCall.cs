namespace Agnt5.Execution;

/// <summary>The way that every durable call of the workflow's code goes (protocol section 6).</summary>
internal static class DurableCall
{
    /// <summary>Makes a durable call.</summary>
    /// <returns>What the workflow's code awaits.</returns>
    /// <exception cref="ArgumentException">An argument of the call cannot work.</exception>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code, its key is in use, or what is recorded of it cannot be read.</exception>
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

    /// <summary>What a durable call gives that will not complete in this slice.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
