using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Runs;

namespace Agnt5.Local.Tests.Search;

/// <summary>
/// A host, its endpoints and its users, as bad as they may be. Answers come late, twice or never, clocks jump, several happenings make one batch, and the host dies between any two effects. A seed
/// decides all of it.
/// </summary>
internal sealed class RandomHost
{
    private const int MostRuns = 6;

    private readonly Random _random;
    private readonly RandomSpecs _specs;
    private readonly RandomAnswers _answers;

    /// <summary>The slices that endpoints work at. One may be there twice.</summary>
    private readonly List<StartSlice> _atEndpoints = [];

    /// <summary>All slices that ever reached an endpoint.</summary>
    private readonly List<StartSlice> _everSent = [];

    private int _signals;

    public RandomHost(int seed, TranscriptText transcript)
    {
        _random = new Random(seed);
        _specs = new RandomSpecs(_random);
        _answers = new RandomAnswers(_random);
        World = new MachineWorld { NowMs = 1_000_000, Transcript = transcript };
        Invariants = new HostInvariants();
    }

    public MachineWorld World { get; private set; }

    public HostInvariants Invariants { get; }

    /// <summary>Does a batch of one to three things, and checks the invariants after it.</summary>
    public void Step()
    {
        if (_random.Next(12) == 0)
        {
            Restart(isBeforeCommit: _random.Next(2) == 0);
        }
        else
        {
            for (var more = _random.Next(8); more < 3; more++)
                Do();
            Do();
            World.ApplyAll();
        }

        Invariants.Check(World);
        if (_random.Next(4) != 0)
            Send(World.Outward.Count);
    }

    /// <summary>No more mischief: all that was sent is answered well, and time passes, until nothing happens any more.</summary>
    public void ComeToRest()
    {
        for (var turns = 0; World.Outward.Count > 0 || _atEndpoints.Count > 0 || World.NextDueMs() is not null; turns++)
        {
            if (turns == 1_000)
                throw new InvalidOperationException("The runs do not come to rest.");

            Send(World.Outward.Count);
            foreach (var slice in _atEndpoints)
                World.TellLater(slice.RunId, new SliceAnswered(World.NowMs, slice.Slice, Specs.Completed()));
            _atEndpoints.Clear();
            World.ApplyAll();
            Invariants.Check(World);

            World.NowMs = Math.Max(World.NowMs, World.NextDueMs() ?? 0);
            World.TellDue();
            Invariants.Check(World);
        }
    }

    /// <summary>Gives each run that waits for somebody what it waits for.</summary>
    /// <returns>Whether one did.</returns>
    public bool AnswerAll()
    {
        var paused = World.Runs.Values.Where(static run => run.Phase == RunPhase.Paused).ToList();
        foreach (var run in paused)
            World.Tell(run.Spec.RunId, run.Pause is SignalPause wait ? NextSignal(wait.SignalName) : new UserAnswered(World.NowMs, "yes"));
        Invariants.Check(World);
        return paused.Count > 0;
    }

    private void Do()
    {
        switch (_random.Next(16))
        {
            case 0 or 1 or 2 when World.Runs.Count < MostRuns:
                World.Begin(_specs.Next(), isApplied: _random.Next(2) == 0);
                break;
            case 3 when _everSent.Count > 0:
                Answer(Pick(_everSent));
                break;
            case 4 when _atEndpoints.Count > 0:
                Lose(TakeOne(_atEndpoints));
                break;
            case 4 when World.Runs.Count > 0:
                World.TellLater(AnyRun(), new SkipAsked(World.NowMs));
                break;
            case 5 when _random.Next(2) == 0 && World.Runs.Count > 0:
                World.TellLater(AnyRun(), new CancelAsked(World.NowMs, "manual"));
                break;
            case 6 or 7 when World.Runs.Count > 0:
                World.TellLater(AnyRun(), new UserAnswered(World.NowMs, "yes"));
                break;
            case 8 or 9 when World.Runs.Count > 0:
                World.TellLater(AnyRun(), NextSignal(_answers.Signal()));
                break;
            case 10 when World.Runs.Count > 0:
                World.TellLater(AnyRun(), new TimeReached(World.NowMs));
                foreach (var key in World.Keys.Keys)
                    World.TellLater(key, new KeyTimeReached(World.NowMs));
                break;
            case 11 or 12:
                PassTime();
                break;
            case var _ when _atEndpoints.Count > 0:
                Answer(TakeOne(_atEndpoints));
                break;
        }
    }

    private void Answer(StartSlice slice) => World.TellLater(slice.RunId, new SliceAnswered(World.NowMs, slice.Slice, _answers.Next(World.NowMs)));

    private void Lose(StartSlice slice)
    {
        var code = _random.Next(3) == 0 ? "WORKERLESS_INVALID_RESPONSE" : "ENDPOINT_UNREACHABLE";
        World.TellLater(slice.RunId, new SliceLost(World.NowMs, slice.Slice, code, "Nobody listened.", _random.Next(10) == 0, _random.Next(3) == 0 ? _random.Next(2_000) : null));
    }

    private SignalSent NextSignal(string name) => new(World.NowMs, $"sig_{(_random.Next(5) == 0 ? _signals : ++_signals)}", name, "1");

    private void PassTime()
    {
        World.NowMs = _random.Next(8) switch
        {
            0 => World.NowMs + _random.Next(-100_000, 100_000),
            1 => World.NowMs + 86_400_000,
            2 => World.NowMs - 86_400_000,
            < 6 when World.NextDueMs() is { } dueMs => Math.Max(World.NowMs, dueMs),
            _ => World.NowMs + _random.Next(300),
        };
        World.TellDue();
    }

    /// <summary>The host dies and begins anew. What it had not committed never happened; of what it had, some went out and some did not. Endpoints work on, and reach nobody.</summary>
    private void Restart(bool isBeforeCommit)
    {
        World.Transcript.Says(isBeforeCommit ? "THE HOST DIES before it commits:" : "THE HOST DIES");
        if (isBeforeCommit)
        {
            var committed = World.Copy();
            Do();
            World.ApplyAll();
            World = committed;
        }

        Send(_random.Next(World.Outward.Count + 1));
        World.Outward.Clear();
        _atEndpoints.Clear();
        World.Transcript.Says("THE HOST BEGINS ANEW");
        foreach (var run in World.Runs.Values.Where(static run => run.HasSliceOnItsWay).ToList())
            World.Tell(run.Spec.RunId, new HostRestarted(World.NowMs));
    }

    /// <summary>Lets effects out: slices go to endpoints, some of them twice.</summary>
    private void Send(int count)
    {
        foreach (var slice in World.Outward.Take(count).OfType<StartSlice>())
        {
            _atEndpoints.AddRange(Enumerable.Repeat(slice, _random.Next(8) == 0 ? 2 : 1));
            _everSent.Add(slice);
        }

        World.Outward.RemoveRange(0, count);
    }

    private string AnyRun() => Pick([.. World.Runs.Keys]);

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private T TakeOne<T>(List<T> from)
    {
        var index = _random.Next(from.Count);
        var one = from[index];
        from.RemoveAt(index);
        return one;
    }
}
