namespace Agnt5.Execution.Waits;

/// <summary>Reads from the request's metadata why the run was invoked (protocol section 6).</summary>
internal static class WakeUp
{
    /// <summary>Whether an answer or signal came that the run has not recorded yet. The run then goes on, and this is not a retry. An answer that does not count wakes no run.</summary>
    public static bool IsForAnOpenWait(Invocation invocation) => IsOpenAnswer(invocation) || IsOpenSignal(invocation.Metadata, invocation.Checkpoint);

    private static bool IsOpenAnswer(Invocation invocation) =>
        invocation.Metadata.ContainsKey("user_response")
        && Answers.TryReadIndex(invocation.Metadata.GetValueOrDefault("pause_index", "0"), out var index)
        && (invocation.Settings.AcceptsUnaskedAnswers
            ? !invocation.Checkpoint.TryGetReserved(DurableKey.Received(DurableKey.Answer(index)), out _)
            : invocation.Checkpoint.TryGetReserved(DurableKey.Asked(index), out _));

    private static bool IsOpenSignal(IReadOnlyDictionary<string, string> metadata, Checkpoint checkpoint) =>
        metadata.TryGetValue("signal_name", out var name)
        && !checkpoint.TryGetReserved(new Signal(name, metadata.GetValueOrDefault("waiting_step") is { Length: > 0 } step ? step : name).Key, out _);
}
