using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

/// <summary>
/// The smallest host of the machines: runs and keys in two dictionaries, a queue of what is told to whom, and a time that a test sets. It writes down what goes in and what comes out. What would leave
/// the process stands in <see cref="Outward"/>.
/// </summary>
internal sealed class MachineWorld
{
    private readonly Queue<Effect> _told = new();

    /// <summary>The time, in ms.</summary>
    public long NowMs { get; set; }

    public Dictionary<string, RunState> Runs { get; private init; } = [];

    public Dictionary<FlowKey, KeyState> Keys { get; private init; } = [];

    /// <summary>The journals by run.</summary>
    public Dictionary<string, List<JournalEntry>> Journals { get; private init; } = [];

    /// <summary>The saved sessions.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Sessions { get; private init; } = [];

    /// <summary>The slices that the machines sent.</summary>
    public SentSlices Slices { get; private init; } = new();

    /// <summary>The signals that runs accepted, as run and signal.</summary>
    public HashSet<(string RunId, string SignalId)> Signals { get; private init; } = [];

    /// <summary>The effects that leave the process, in order, as far as nobody took them away.</summary>
    public List<Effect> Outward { get; private init; } = [];

    /// <summary>What went in (at the margin) and what came out (below it, indented).</summary>
    public TranscriptText Transcript { get; init; } = new();

    /// <summary>Begins a run, or accepts it without yet applying what follows.</summary>
    public void Begin(RunSpec spec, bool isApplied = true)
    {
        Transcript.Begins(NowMs, spec);
        var session = spec.SessionId is { } id ? Sessions.GetValueOrDefault(id) : default;
        Journals[spec.RunId] = [];
        Take(spec.RunId, RunMachine.Begin(spec, NowMs, session));
        if (isApplied)
            ApplyAll();
    }

    /// <summary>Tells a run something, and everybody what follows from it.</summary>
    public void Tell(string runId, RunHappening happening)
    {
        TellLater(runId, happening);
        ApplyAll();
    }

    /// <summary>Puts something in the queue, as a host does that takes many happenings at once.</summary>
    public void TellLater(string runId, RunHappening happening) => _told.Enqueue(new TellRun(runId, happening));

    public void TellLater(FlowKey key, KeyHappening happening) => _told.Enqueue(new TellKey(key, happening));

    /// <summary>Applies what is in the queue, and what follows from it, until nothing does.</summary>
    public void ApplyAll()
    {
        while (_told.TryDequeue(out var next))
        {
            if (next is TellRun(var runId, var happening))
                Apply(runId, happening);
            else if (next is TellKey(var key, var ofKey))
                Apply(key, ofKey);
        }
    }

    /// <summary>Lets time pass, and tells the machines whose time has come, the earliest first.</summary>
    public void Pass(long ms)
    {
        var untilMs = NowMs + ms;
        while (NextDueMs() is { } dueMs && dueMs <= untilMs)
        {
            NowMs = Math.Max(NowMs, dueMs);
            TellDue();
        }

        NowMs = untilMs;
    }

    /// <summary>Tells the machines whose time has come.</summary>
    public void TellDue()
    {
        foreach (var run in Runs.Values.Where(run => run.WakeAtMs <= NowMs).ToList())
            TellLater(run.Spec.RunId, new TimeReached(NowMs));
        foreach (var key in Keys.Values.Where(key => key.WakeAtMs <= NowMs).ToList())
            TellLater(key.Key, new KeyTimeReached(NowMs));
        ApplyAll();
    }

    public long? NextDueMs() => Runs.Values.Select(static run => run.WakeAtMs).Concat(Keys.Values.Select(static key => key.WakeAtMs)).Min();

    /// <summary>The world as it is in the store. Nothing that happens to one changes the other.</summary>
    public MachineWorld Copy() => new()
    {
        NowMs = NowMs,
        Runs = new(Runs),
        Keys = new(Keys),
        Journals = Journals.ToDictionary(static journal => journal.Key, static journal => journal.Value.ToList()),
        Sessions = new(Sessions),
        Slices = Slices.Copy(),
        Signals = [.. Signals],
        Outward = [.. Outward],
        Transcript = Transcript,
    };

    private void Apply(string runId, RunHappening happening)
    {
        Transcript.Happens(runId, happening);
        Slices.Happens(runId, happening);
        if (happening is SignalSent signal && RunRefusal.Find(Runs[runId], signal) is null)
            Signals.Add((runId, signal.SignalId));
        Take(runId, RunMachine.Apply(Runs[runId], happening));
    }

    private void Apply(FlowKey key, KeyHappening happening)
    {
        var (state, effects) = KeyMachine.Apply(Keys.GetValueOrDefault(key), happening);
        if (state is null || (state.Entries.IsEmpty && state.WakeAtMs is null))
            Keys.Remove(key);
        else
            Keys[key] = state;
        foreach (var effect in effects.OfType<TellRun>())
            _told.Enqueue(effect);
    }

    private void Take(string runId, Transition<RunState> transition)
    {
        var hasChanged = !Runs.TryGetValue(runId, out var before) || before.Phase != transition.State.Phase;
        Runs[runId] = transition.State;
        foreach (var effect in transition.Effects)
        {
            Transcript.Follows(effect);
            Slices.Follows(effect);
            Keep(effect);
        }

        if (hasChanged)
            Transcript.IsNow(transition.State);
    }

    private void Keep(Effect effect)
    {
        switch (effect)
        {
            case Journal(var runId, var entry):
                Journals[runId].Add(entry);
                break;
            case SaveSession(var sessionId, var session):
                Sessions[sessionId] = session;
                break;
            case TellRun or TellKey:
                _told.Enqueue(effect);
                break;
            default:
                Outward.Add(effect);
                break;
        }
    }
}
