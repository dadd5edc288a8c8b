using Agnt5.Testing.Exploring.Scripts;

namespace Agnt5.Testing;

/// <summary>Options of <see cref="Explore"/>: how much is explored, and what the world around the run does.</summary>
public sealed class ExploreOptions
{
    /// <summary>The most schedules that are played. Default: 1,000, about a second for a workflow of ten steps.</summary>
    public int MaxSchedules { get; set; } = 1_000;

    /// <summary>How schedules are picked. Default: <see cref="ExploreStrategy.Auto"/>.</summary>
    public ExploreStrategy Strategy { get; set; }

    /// <summary>What random schedules depend on. Default: 1, so that a test does the same each time.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The most cuts of one run, for <see cref="ExploreStrategy.Exhaustive"/>. Default: 2.</summary>
    public int MaxCuts { get; set; } = 2;

    /// <summary>The most deviations of one run, for <see cref="ExploreStrategy.DelayBounded"/>. Default: 2.</summary>
    public int MaxDelays { get; set; } = 2;

    /// <summary>How runs are cut. Default: in all ways.</summary>
    public ExploreCuts Cuts { get; set; } = ExploreCuts.All;

    /// <summary>
    /// Whether the order of parallel completions may decide what the workflow does, as where it takes the first of several. Then runs are compared only with runs of the same order,
    /// and a step that ran beside others may be left out.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool OrderMayDecide { get; set; }

    /// <summary>One schedule to play again, as a failure has named it. Default: none, all are explored.</summary>
    public string? Schedule { get; set; }

    /// <summary>How long one slice may be at work, in real time. It is for code that hangs. Default: 10 seconds.</summary>
    public TimeSpan RealTimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What the clock shows at the start of each run. Default: Monday, 5 January 2026, 08:00 UTC.</summary>
    public DateTimeOffset StartsAt { get; set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    internal Script Script { get; } = new();

    /// <summary>Answers a question. Without it approvals are given, the first option is chosen, and a text is skipped where it may be.</summary>
    /// <param name="question">The question's text.</param>
    /// <param name="answer">An option's id, or a text.</param>
    /// <returns>The options.</returns>
    public ExploreOptions Answer(string question, string answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        ArgumentNullException.ThrowIfNull(answer);
        Script.Answers[question] = answer;
        return this;
    }

    /// <summary>Sends a signal as soon as the run waits for it. Several of one name go to one wait each, in order.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload, of a type that the component waits for, or JSON.</param>
    /// <returns>The options.</returns>
    public ExploreOptions Signal<T>(string name, T payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Script.Signals.Add(new ScriptedSignal(name, TestInput.Value(payload)));
        return this;
    }

    /// <summary>Lets the first attempts of a step fail, in each run. The step's body does not run then.</summary>
    /// <param name="step">The step's name, for all of its keys, or <c>name:key</c>.</param>
    /// <param name="times">How many attempts fail.</param>
    /// <param name="failure">What they fail with. Default: an <see cref="InvalidOperationException"/>.</param>
    /// <returns>The options.</returns>
    public ExploreOptions FailStep(string step, int times = 1, Exception? failure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(step);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        Script.Failures.Add(new ScriptedFailure(step, times, failure ?? new InvalidOperationException($"The test lets step '{step}' fail.")));
        return this;
    }
}
