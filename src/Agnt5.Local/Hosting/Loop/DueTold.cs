using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The time has come for some runs, keys and schedules. The store knows which.</summary>
internal sealed class DueTold(IEngineStore store, ScheduleKeeper schedules, TimeProvider time) : EngineWork
{
    /// <summary>So many are told in one transaction. The rest follows in the next, and other work goes in between.</summary>
    private const int MostAtOnce = 1000;

    /// <summary>Those that could not be told one by one, with how often.</summary>
    private Dictionary<DueMachine, MachineTold> _oneByOne = [];

    public override void Apply(Transaction transaction)
    {
        foreach (var due in Read(transaction.NowMs))
            transaction.TellTime(due);
        schedules.LookAtAll(transaction);
    }

    public override void Committed() => _oneByOne = [];

    // The loop looks at what is due after each transaction.
    public override bool Failed(Exception why) => false;

    public override EngineWork[] TakeApart()
    {
        Dictionary<DueMachine, MachineTold> next = [];
        foreach (var due in Read(time.GetUtcNow().ToUnixTimeMilliseconds()))
            next[due] = _oneByOne.GetValueOrDefault(due) ?? new MachineTold(due);
        _oneByOne = next;
        return [.. next.Values, .. schedules.Environments.Select(environment => new SchedulesTold(schedules, environment))];
    }

    // A store that fails here refuses nothing: without this, nobody would hear why no timer comes.
    private IReadOnlyList<DueMachine> Read(long nowMs)
    {
        try
        {
            return store.Due(nowMs, MostAtOnce);
        }
        catch (Exception exception)
        {
            throw new UnreadableStateException(exception);
        }
    }
}
