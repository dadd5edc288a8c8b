namespace Agnt5.Durability.Tests.Platform;

/// <summary>The reply to a question or signal.</summary>
/// <param name="Text">The answer or payload, as the metadata carries it.</param>
/// <param name="After">How long after it was first waited for.</param>
public sealed record Reply(string Text, TimeSpan After = default)
{
    /// <summary>The part of an answer that a workflow gets.</summary>
    public string? Decoded => Text == "__skipped__" ? null : Text.Replace("__custom__:", "", StringComparison.Ordinal);
}

/// <summary>A compensation, and the effect that must not remain with it, in the order in which the workflow tries them.</summary>
public sealed record Compensation(string Step, string By);

/// <summary>A workflow and the behavior of the world around it.</summary>
/// <param name="Workflow">The workflow's wire name.</param>
public sealed record Scenario(string Workflow)
{
    /// <summary>The message to an agent; <see langword="null"/> for a workflow.</summary>
    public string? Message { get; init; }

    /// <summary>The run's input as JSON: for a triggered run the gateway's envelope.</summary>
    public string Input { get; init; } = "{}";

    /// <summary>Answers by pause index. A question without one is never answered, and has to time out.</summary>
    public IReadOnlyDictionary<int, Reply> Answers { get; init; } = new Dictionary<int, Reply>();

    /// <summary>Answers that come before anyone was asked, by pause index: allowed by the question, and different from <see cref="Answers"/>.</summary>
    public IReadOnlyDictionary<int, string> Unasked { get; init; } = new Dictionary<int, string>();

    /// <summary>Payloads by <c>name/waiting step</c>.</summary>
    public IReadOnlyDictionary<string, Reply> Signals { get; init; } = new Dictionary<string, Reply>();

    /// <summary>How often a step fails before it succeeds.</summary>
    public IReadOnlyDictionary<string, int> Failures { get; init; } = new Dictionary<string, int>();

    /// <summary>How often a step may fail before the workflow sees the failure, where that is more than once.</summary>
    public IReadOnlyDictionary<string, int> Attempts { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the order in which steps finish decides the outcome, so that a cut may lead to another outcome.</summary>
    public bool IsRace { get; init; }

    /// <summary>Whether the workflow does several things at once, so that a cut may change the order of its events.</summary>
    public bool RunsBranches { get; init; }

    /// <summary>Whether the workflow catches failures, so that one more failure may lead to a different outcome.</summary>
    public bool Catches { get; init; }

    public IReadOnlyList<Compensation> Compensations { get; init; } = [];

    /// <summary>Compensations after which the step must not run any more, even if it ran before.</summary>
    public IReadOnlyList<Compensation> NeverAfter { get; init; } = [];

    public override string ToString() => Workflow;
}
