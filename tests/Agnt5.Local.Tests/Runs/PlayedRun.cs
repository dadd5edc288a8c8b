using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

/// <summary>One run in its world, told what happens to it in short words.</summary>
internal sealed class PlayedRun
{
    private readonly RunSpec _spec;

    public PlayedRun(RunSpec? spec = null, MachineWorld? world = null)
    {
        _spec = spec ?? Specs.Run();
        World = world ?? new MachineWorld();
        World.Begin(_spec);
    }

    public MachineWorld World { get; }

    public RunState State => World.Runs[_spec.RunId];

    /// <summary>What went in and came out since the last time that this was asked for.</summary>
    public string Transcript => World.Transcript.Take();

    /// <summary>The types of the journal's events.</summary>
    public IEnumerable<string> Journal => World.Journals[_spec.RunId].Select(static entry => entry.EventType);

    /// <summary>The endpoint answers the slice that is on its way.</summary>
    public void Answer(SliceAnswer answer) => Answer(State.Slice, answer);

    public void Answer(int slice, SliceAnswer answer) => Tell(new SliceAnswered(World.NowMs, slice, answer));

    public void Lose(string code = "ENDPOINT_UNREACHABLE", bool isFinal = false, long? retryAfterMs = null) =>
        Tell(new SliceLost(World.NowMs, State.Slice, code, "Nobody listened.", isFinal, retryAfterMs));

    public void Reply(string response) => Tell(new UserAnswered(World.NowMs, response));

    public void Signal(string name, string payload = "1", string id = "sig_1") => Tell(new SignalSent(World.NowMs, id, name, payload));

    public void Skip() => Tell(new SkipAsked(World.NowMs));

    public void Cancel(string reason = "manual") => Tell(new CancelAsked(World.NowMs, reason));

    public void Restart() => Tell(new HostRestarted(World.NowMs));

    public void Pass(long ms) => World.Pass(ms);

    public RunRefusal? RefusalOf(RunHappening happening) => RunRefusal.Find(State, happening);

    public void Tell(RunHappening happening) => World.Tell(_spec.RunId, happening);
}
