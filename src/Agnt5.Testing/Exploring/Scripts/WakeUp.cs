namespace Agnt5.Testing.Exploring.Scripts;

/// <summary>How a paused run goes on.</summary>
/// <param name="Text">In words.</param>
/// <param name="Metadata">The metadata of its next invoke.</param>
internal sealed record WakeUp(string Text, params (string Name, string Value)[] Metadata)
{
    public static WakeUp Start { get; } = new("starts");

    /// <summary>Whether the wait ran out, which fails the run.</summary>
    public bool TimesOut { get; init; }

    /// <summary>Why it never goes on, and what to do, or <see langword="null"/>.</summary>
    public string? Problem { get; private init; }

    public static WakeUp Never(string problem) => new("waits for ever") { Problem = problem };
}
