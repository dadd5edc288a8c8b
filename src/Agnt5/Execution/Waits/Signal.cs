namespace Agnt5.Execution.Waits;

/// <summary>What a delivery is recognized by (protocol section 6, "Signals").</summary>
internal sealed record Signal(string Name, string WaitingStep)
{
    /// <summary>The signal as a part of the keys of its timeout.</summary>
    public string Wait { get; } = DurableKey.Signal(Name, WaitingStep);

    /// <summary>The key of its payload.</summary>
    public string Key => DurableKey.Received(Wait);

    public WaitTimeoutException TimedOut() => new($"Signal '{Name}' did not come for '{WaitingStep}' within its timeout.");
}
