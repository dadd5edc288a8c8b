using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Runs;
using Xunit.Abstractions;

namespace Agnt5.Local.Tests.Search;

/// <summary>
/// Thousands of seeded schedules of the run machine and the key machine together. A schedule is a number of steps full of mischief, and then a rest in which all that can end must end.
/// One that breaks is played again with ever more steps until it breaks, so that its transcript is short.
/// </summary>
public sealed class RunSearchTests(ITestOutputHelper output)
{
    private const int Seeds = 4_000;
    private const int Steps = 60;

    [Fact]
    public void No_schedule_loses_a_run_wakes_it_twice_or_lets_too_many_past_a_key()
    {
        Dictionary<RunPhase, int> ends = [];
        for (var seed = 0; seed < Seeds; seed++)
        {
            if (Problem(seed, Steps, new TranscriptText(isWritten: false), ends) is { } problem)
                Assert.Fail($"{problem}\n{ShortestTranscript(seed)}");
        }

        output.WriteLine(string.Join(", ", ends.Select(static end => $"{end.Value} runs {RunStatus.Of(end.Key)}")));
        // A search in which nothing comes to one of the ends has searched nothing.
        Assert.All([RunPhase.Completed, RunPhase.Failed, RunPhase.Cancelled], phase => Assert.True(ends.GetValueOrDefault(phase) > Seeds / 2));
    }

    [Fact]
    public void A_seed_plays_the_same_schedule_again()
    {
        var (first, second) = (new TranscriptText(), new TranscriptText());
        Problem(7, Steps, first, []);
        Problem(7, Steps, second, []);

        Assert.NotEmpty(first.ToString());
        Assert.Equal(first.ToString(), second.ToString());
    }

    private static string ShortestTranscript(int seed)
    {
        for (var steps = 1; steps <= Steps; steps++)
        {
            var transcript = new TranscriptText();
            if (Problem(seed, steps, transcript, []) is { } problem)
                return $"{transcript}Seed {seed} after {steps} steps: {problem}";
        }

        return $"Seed {seed} breaks with {Steps} steps alone.";
    }

    private static string? Problem(int seed, int steps, TranscriptText transcript, Dictionary<RunPhase, int> ends)
    {
        try
        {
            var host = new RandomHost(seed, transcript);
            for (var step = 0; step < steps; step++)
                host.Step();

            transcript.Says("REST");
            host.ComeToRest();
            HostInvariants.CheckSignals(host.World);
            CheckRest(host.World);
            while (host.AnswerAll())
                host.ComeToRest();
            CheckEnd(host.World);
            foreach (var run in host.World.Runs.Values)
                ends[run.Phase] = ends.GetValueOrDefault(run.Phase) + 1;
            return null;
        }
        catch (InvalidOperationException broken)
        {
            return broken.Message;
        }
    }

    /// <summary>At rest, a run that has not ended waits for a person or a signal, or for a key of such a run.</summary>
    private static void CheckRest(MachineWorld world)
    {
        foreach (var run in world.Runs.Values)
        {
            var isInOrder = run.HasEnded || run.Phase == RunPhase.Paused || (run.Phase == RunPhase.Queued && WaitsForSomebody(run, world));
            HostInvariants.Require(isInOrder, $"at rest, {run.Spec.RunId} is {run.Phase}, and nobody is to blame");
        }
    }

    private static bool WaitsForSomebody(RunState run, MachineWorld world) =>
        world.Keys.Values.Any(key => key.Entries.Find(run.Spec.RunId)?.Kind == FlowEntryKind.Waiting && key.Entries.Holding > 0);

    private static void CheckEnd(MachineWorld world)
    {
        foreach (var run in world.Runs.Values)
            HostInvariants.Require(run.HasEnded, $"everybody answered, and {run.Spec.RunId} is {run.Phase}");
        HostInvariants.Require(world.Keys.Count == 0, "all runs have ended, and a key is in use");
    }
}
