using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Architecture;

/// <summary>
/// Holds the engine to its form: state in, happening in, state and effects out. A machine that reads a clock, waits, writes or keeps something to itself could not be played again, searched,
/// or moved to another host.
/// </summary>
public sealed class PureEngineTests
{
    private const string Engine = "Agnt5.Local.Engine";

    /// <summary>Tasks, threads, locks, files and networks; what gives another answer each time; and the rooms that do such things.</summary>
    private static readonly string[] Impure =
    [
        "System.Threading.", "System.IO.", "System.Net.", "System.Console", "System.Environment.", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Diagnostics.Activity",
        "System.TimeProvider", "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Random", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Security.Cryptography.RandomNumberGenerator",
        "Microsoft.", "Agnt5.Local.Hosting.", "Agnt5.Local.Storage.", "Agnt5.Local.Dispatch.", "Agnt5.Local.Payloads.", "Agnt5.Local.Gateway.",
    ];

    /// <summary>The compiler's iterators ask for it, to see whether they are enumerated where they were made.</summary>
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    [Fact]
    public void No_machine_reads_a_clock_waits_locks_guesses_or_touches_the_world()
    {
        using var assembly = new NamedMembers(typeof(RunMachine).Assembly);

        var named = assembly.Of(Engine)
            .Where(static one => one.Member != OfIterators && Impure.Any(name => one.Member.StartsWith(name, StringComparison.Ordinal)))
            .Select(static one => $"{one.Type} names {one.Member}");

        Assert.Empty(named);
    }

    [Fact]
    public void No_machine_keeps_anything_between_two_happenings()
    {
        using var assembly = new NamedMembers(typeof(RunMachine).Assembly);

        Assert.Empty(assembly.ChangeableStatics(Engine));
    }

    [Fact]
    public void What_a_type_names_anywhere_is_seen()
    {
        using var tests = new NamedMembers(typeof(PureEngineTests).Assembly);

        var named = tests.Of("Agnt5.Local.Tests.Architecture.Impure").Select(static one => one.Member).ToHashSet();

        Assert.All(
            [
                "System.DateTime.get_UtcNow", "System.Guid.NewGuid", "System.Threading.Monitor.Enter", "System.Threading.Tasks.Task`1",
                "System.IO.File.ReadAllText", "System.Random.Next", "System.TimeProvider",
                "Agnt5.Local.Tests.Runs.MachineWorld",
            ],
            expected => Assert.Contains(expected, named));
        Assert.Equal(["ImpureMachine._calls"], tests.ChangeableStatics("Agnt5.Local.Tests.Architecture.Impure"));
    }
}
