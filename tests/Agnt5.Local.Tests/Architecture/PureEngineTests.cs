using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Architecture;

/// <summary>
/// Holds the engine to its form: state in, happening in, state and effects out. A machine that reads a clock, waits, writes or keeps something to itself could not be played again, searched,
/// or moved to another host.
/// </summary>
public sealed class PureEngineTests
{
    private const string Engine = "Agnt5.Local.Engine";

    /// <summary>Namespaces of tasks, threads, locks, files and networks; and what gives another answer each time.</summary>
    private static readonly string[] Impure =
    [
        "System.Threading.", "System.IO.", "System.Net.", "System.Diagnostics.", "System.Console", "System.Environment", "System.Random", "System.TimeProvider", "System.Guid.NewGuid",
        "System.Guid.CreateVersion7", "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Security.Cryptography.RandomNumberGenerator", "Microsoft.", "Agnt5.Local.Hosting", "Agnt5.Local.Storage", "Agnt5.Local.Dispatch",
    ];

    [Fact]
    public void No_machine_reads_a_clock_waits_locks_guesses_or_touches_the_world()
    {
        using var assembly = new NamedMembers(typeof(RunMachine).Assembly);

        var named = assembly.Of(Engine).Where(static one => Impure.Any(name => one.Member.StartsWith(name, StringComparison.Ordinal))).Select(static one => $"{one.Type} names {one.Member}");

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
            ],
            expected => Assert.Contains(expected, named));
        Assert.Equal(["ImpureMachine._calls"], tests.ChangeableStatics("Agnt5.Local.Tests.Architecture.Impure"));
    }
}
