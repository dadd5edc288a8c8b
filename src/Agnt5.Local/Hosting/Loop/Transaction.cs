using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>
/// What one turn of the loop does, on many runs at once: it tells machines what happened, lets them tell each other until nobody has anything to say, and gathers the changes for one commit.
/// </summary>
internal sealed class Transaction(ActiveStates states, EngineMachines machines, long nowMs, ILogger logger)
{
    /// <summary>A key whose machine is broken is told the time again after so many ms.</summary>
    private const long BrokenKeyPauseMs = 60_000;

    private readonly Queue<Effect> _told = new();
    private readonly Dictionary<IdempotencyKey, string> _accepted = [];

    public long NowMs => nowMs;

    public StoreChanges Changes { get; } = new();

    /// <summary>What leaves the process once the changes are durable, in order.</summary>
    public List<Effect> Outward { get; } = [];

    public RunState? FindRun(string runId) => Changes.Runs.GetValueOrDefault(runId) ?? states.FindRun(runId);

    /// <summary>The run that an idempotency key stands for, or <see langword="null"/>.</summary>
    public RunState? FindAccepted(IdempotencyKey key) =>
        (_accepted.GetValueOrDefault(key) ?? states.FindAccepted(key, nowMs)) is { } runId ? FindRun(runId) : null;

    /// <summary>The event that was received with a key, or <see langword="null"/>.</summary>
    public EventState? FindEvent(string key) => Changes.Events.Find(received => received.Key == key) ?? states.FindEvent(key);

    /// <summary>Takes a new run.</summary>
    /// <param name="spec">The run.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="keys">The idempotency keys that stand for it from now on, with how long, in ms.</param>
    /// <returns>The run as it is once all is done that can be done at once.</returns>
    public RunState Begin(RunSpec spec, ReadOnlyMemory<byte> input, IReadOnlyList<(IdempotencyKey Key, long TtlMs)> keys)
    {
        var session = spec.SessionId is { } sessionId ? FindSession(spec.Environment, sessionId) : default;
        var begun = machines.Begin(spec, nowMs, session);
        Changes.Inputs[spec.RunId] = input;
        foreach (var (key, ttlMs) in keys)
        {
            _accepted[key] = spec.RunId;
            Changes.Accepted.Add((key, spec.RunId, nowMs + ttlMs));
        }

        Take(begun);
        TellAll();
        return Changes.Runs[spec.RunId];
    }

    public void TellRun(string runId, RunHappening happening)
    {
        _told.Enqueue(new Engine.TellRun(runId, happening));
        TellAll();
    }

    /// <summary>Tells a machine that its time has come. One that wants to be told the same time again is broken, and would keep the loop busy for ever.</summary>
    public void TellTime(DueMachine due)
    {
        if (due.RunId is { } runId)
        {
            TellRun(runId, new TimeReached(nowMs));
            if (FindRun(runId) is { } run && run.WakeAtMs == due.AtMs)
                Break(run, new InvalidOperationException("The run was told that its time had come, and waits for it still."));
        }
        else if (due.Key is { } key)
        {
            _told.Enqueue(new TellKey(key, new KeyTimeReached(nowMs)));
            TellAll();
            if (FindKey(key) is { } state && state.WakeAtMs == due.AtMs)
                Break(state, new InvalidOperationException("The key was told that its time had come, and waits for it still."));
        }

        TellAll();
    }

    /// <summary>Ends a run whose changes the store refuses.</summary>
    public void GiveUp(string runId, Exception why)
    {
        if (FindRun(runId) is not { } run)
            return;

        HostLog.RunGivenUp(logger, why, runId);
        Take(BrokenRun.End(run, nowMs, EngineErrorCodes.StoreFailed, $"The engine could not keep what happened to this run, and gave it up. {why.Message}"));
        TellAll();
    }

    /// <summary>Lets a key whose changes the store refuses wait.</summary>
    public void GiveUp(FlowKey key, Exception why)
    {
        if (FindKey(key) is { } state)
            Break(state, why);
    }

    private ReadOnlyMemory<byte> FindSession(string environment, string sessionId) =>
        Changes.Sessions.TryGetValue((environment, sessionId), out var session) ? session : states.FindSession(environment, sessionId);

    /// <summary>The session as it is when the run starts: while the run stood in a line, another one may have gone on with the session.</summary>
    private RunState WithSession(RunState run) => run.Spec.SessionId is { } sessionId && FindSession(run.Spec.Environment, sessionId) is { IsEmpty: false } session
        ? run with { Checkpoint = FirstCheckpoint.With(sessionId, session) }
        : run;

    private KeyState? FindKey(FlowKey key) => Changes.Keys.GetValueOrDefault(key) ?? states.FindKey(key);

    private void TellAll()
    {
        while (_told.TryDequeue(out var effect))
        {
            if (effect is Engine.TellRun run)
                Apply(run);
            else if (effect is TellKey key)
                Apply(key);
        }
    }

    private void Apply(Engine.TellRun told)
    {
        if (FindRun(told.RunId) is not { } run)
            return;

        try
        {
            Take(machines.Run(run, told.Happening));
        }
        catch (Exception exception) when (exception is not UnreadableStateException)
        {
            Break(run, exception);
        }
    }

    private void Apply(TellKey told)
    {
        var key = FindKey(told.Key);
        try
        {
            Take(machines.Key(key, told.Happening));
        }
        catch (Exception exception) when (exception is not UnreadableStateException)
        {
            if (told.Happening is Claimed claimed && FindRun(claimed.RunId) is { } run)
                Break(run, exception);
            else if (key is not null)
                Break(key, exception);
        }
    }

    private void Take(Transition<RunState> transition)
    {
        var run = transition.Effects.Any(static effect => effect is StartSlice { Slice: 1 }) ? WithSession(transition.State) : transition.State;
        Changes.Runs[run.Spec.RunId] = run;
        foreach (var effect in transition.Effects)
            Take(effect, run.Spec.Environment);
    }

    private void Take(Transition<KeyState?> transition)
    {
        if (transition.State is { } key)
            Changes.Keys[key.Key] = key;
        foreach (var effect in transition.Effects)
            Take(effect, environment: "");
    }

    private void Take(Effect effect, string environment)
    {
        switch (effect)
        {
            case Engine.TellRun or TellKey:
                _told.Enqueue(effect);
                break;
            case Journal line:
                Changes.Journal.Add((line.RunId, line.Entry));
                break;
            case SaveSession saved:
                Changes.Sessions[(environment, saved.SessionId)] = saved.Session;
                break;
            case AddEntry added:
                Changes.Entries.Add((added.Key, added.Entry, true));
                break;
            case RemoveEntry removed:
                Changes.Entries.Add((removed.Key, removed.Entry, false));
                break;
            default:
                Outward.Add(effect);
                break;
        }
    }

    /// <summary>A machine threw. Its run ends, and all others go on.</summary>
    private void Break(RunState run, Exception exception)
    {
        HostLog.RunBroken(logger, exception, run.Spec.RunId);
        Take(BrokenRun.End(run, nowMs));
    }

    private void Break(KeyState key, Exception exception)
    {
        HostLog.KeyBroken(logger, exception, key.Key.Kind, key.Key.Scope);
        if (key.WakeAtMs <= nowMs)
            Changes.Keys[key.Key] = key with { WakeAtMs = nowMs + BrokenKeyPauseMs };
    }
}
