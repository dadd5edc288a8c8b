using System.Text.Json;
using Agnt5.Local;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Protocol;
using Agnt5.Testing.Json;
using Agnt5.Testing.Pauses;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing;

/// <summary>
/// A run of a test, whose output is JSON. Waits end when what they wait for has come, or when nothing happens any more without the test: then they throw an <see cref="Agnt5TestException"/> that
/// says what the run waits for. No wait moves the clock, except <see cref="TestRun{TOutput}.RunToEndAsync"/>.
/// </summary>
public partial class TestRun
{
    private const int MostEntries = 100_000;

    private protected TestRun(string id, TestHost host) => (Id, Host) = (id, host);

    /// <summary>The run's id.</summary>
    public string Id { get; }

    /// <summary>The kind of component that runs.</summary>
    public ComponentType ComponentType => Enum.Parse<ComponentType>(State.Spec.ComponentType, ignoreCase: true);

    /// <summary>The component's name on the wire.</summary>
    public string ComponentName => State.Spec.ComponentName;

    /// <summary>Where the run is now, while it may be at work. <see cref="WaitForRestAsync"/> first tells where it stops.</summary>
    public LocalRunStatus Status => LocalRuns.Show(State, Host.Engine).Status;

    /// <summary>What it waits for, or <see langword="null"/> when it is not paused.</summary>
    public TestPause? Pause => ShownPause.Of(State);

    /// <summary>The attempts of steps that it made, in order.</summary>
    public IReadOnlyList<TestStep> Steps => [.. Host.Records.Of(Id).SelectMany(static slice => slice.Items).OfType<TestStep>()];

    /// <summary>The lines that its code logged, in order. A deployed endpoint keeps its logs.</summary>
    public IReadOnlyList<TestLog> Logs => [.. Host.Records.Of(Id).SelectMany(static slice => slice.Items).OfType<TestLog>()];

    /// <summary>How many invokes it took so far.</summary>
    public int Slices => State.Slice;

    /// <summary>Its journal: the events of the component, and those of AGNT5.</summary>
    public IReadOnlyList<TestEvent> Journal =>
    [
        .. Host.Engine.ReadJournal(Id, limit: MostEntries).Select(static entry => new TestEvent
        {
            Sequence = entry.Sequence,
            Type = entry.EventType,
            At = DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs),
            Data = TestJson.Parse(entry.Data),
            Metadata = entry.Metadata,
            StepKey = entry.StepKey,
        }),
    ];

    /// <summary>What happened so far as text, a line for each thing. Every failure of a wait has it.</summary>
    public string Timeline => Host.TimelineOf(State);

    internal TestHost Host { get; }

    internal RunState State => Host.Engine.GetRun(Id);

    /// <summary>The same run, with its output as a type.</summary>
    /// <typeparam name="TOutput">The type that the component returns.</typeparam>
    public TestRun<TOutput> As<TOutput>() => new(Id, Host);

    /// <summary>The timeline.</summary>
    public override string ToString() => Timeline;

    internal static TestRun Of(string id, TestHost host) => new(id, host);
}
