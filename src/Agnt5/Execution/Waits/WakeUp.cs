namespace Agnt5.Execution.Waits;

/// <summary>What the request's metadata says of why the run was invoked (protocol section 6).</summary>
internal static class WakeUp
{
    /// <summary>Whether an answer or signal came that the run has not recorded yet: the run goes on, and this is no retry of it.</summary>
    public static bool IsForAnOpenWait(IReadOnlyDictionary<string, string> metadata, Checkpoint checkpoint) =>
        IsOpenAnswer(metadata, checkpoint) || IsOpenSignal(metadata, checkpoint);

    private static bool IsOpenAnswer(IReadOnlyDictionary<string, string> metadata, Checkpoint checkpoint) =>
        metadata.ContainsKey("user_response")
        && Answers.TryReadIndex(metadata.GetValueOrDefault("pause_index", "0"), out var index)
        && !checkpoint.TryGetReserved(DurableKey.Received(DurableKey.Answer(index)), out _);

    private static bool IsOpenSignal(IReadOnlyDictionary<string, string> metadata, Checkpoint checkpoint) =>
        metadata.TryGetValue("signal_name", out var name)
        && !checkpoint.TryGetReserved(new Signal(name, metadata.GetValueOrDefault("waiting_step") is { Length: > 0 } step ? step : name).Key, out _);
}
