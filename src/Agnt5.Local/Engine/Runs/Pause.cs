namespace Agnt5.Local.Engine.Runs;

/// <summary>What a suspended run waits for, as its response said (protocol section 5).</summary>
internal abstract record Pause
{
    /// <summary>When the run pauses no longer because the wait ran out (<c>wait_timeout_ms</c>), Unix ms.</summary>
    public long? TimesOutAtMs { get; init; }

    /// <summary>When something beside the named wait is due (<c>timeout_ms</c>), Unix ms.</summary>
    public long? BesideAtMs { get; init; }
}

/// <summary>The run goes on as soon as it can: its budget was used up, or it yielded.</summary>
internal sealed record BudgetPause(string Reason) : Pause;

/// <summary>The run sleeps.</summary>
internal sealed record TimerPause(long ReadyAtMs, string TimerKey) : Pause;

/// <summary>The run waits for a signal.</summary>
internal sealed record SignalPause(string SignalName, string WaitingStep) : Pause;

/// <summary>The run asks a person.</summary>
internal sealed record QuestionPause : Pause
{
    public required int PauseIndex { get; init; }

    public required string StepName { get; init; }

    public required string Question { get; init; }

    /// <summary><c>text</c>, <c>approval</c>, <c>select</c> or <c>multiselect</c>.</summary>
    public required string InputType { get; init; }

    /// <summary>The options as a JSON array.</summary>
    public required string Options { get; init; }

    public bool AllowCustom { get; init; }

    public bool Skippable { get; init; }

    /// <summary>The earlier answers as the endpoint listed them, JSON text, or <see langword="null"/>.</summary>
    public string? StepEvents { get; init; }
}
