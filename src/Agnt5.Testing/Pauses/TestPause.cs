namespace Agnt5.Testing;

/// <summary>What a paused run waits for: a <see cref="TestQuestion"/>, a <see cref="TestSleep"/> or a <see cref="TestSignalWait"/>.</summary>
public abstract record TestPause
{
    private protected TestPause()
    {
    }

    /// <summary>When the time wakes or fails the run, by the clock of the test. <see langword="null"/> when only somebody can.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>A question to a person.</summary>
public sealed record TestQuestion : TestPause
{
    internal TestQuestion()
    {
    }

    /// <summary>The question's number in the run, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary><c>text</c>, <c>approval</c>, <c>select</c> or <c>multiselect</c>.</summary>
    public required string InputType { get; init; }

    /// <summary>The ids of its options, in order. Empty for a text.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Whether a text that is no option is an answer too.</summary>
    public bool AllowsCustom { get; init; }

    /// <summary>Whether it may be skipped.</summary>
    public bool IsSkippable { get; init; }
}

/// <summary>A sleep, or the time before the next attempt of a step.</summary>
public sealed record TestSleep : TestPause
{
    internal TestSleep()
    {
    }

    /// <summary>The sleep's name, or the key of the step that is tried again.</summary>
    public required string Name { get; init; }

    /// <summary>When it is over, by the clock of the test.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <summary>A wait for a signal.</summary>
public sealed record TestSignalWait : TestPause
{
    internal TestSignalWait()
    {
    }

    /// <summary>The signal's name.</summary>
    public required string Name { get; init; }

    /// <summary>The step that waits for it.</summary>
    public required string Step { get; init; }
}
