using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The time has come for some runs, keys and schedules. The store knows which.</summary>
internal sealed class DueTold(IEngineStore store, ScheduleKeeper schedules) : EngineWork
{
    /// <summary>So many are told in one transaction. The rest follows in the next, and other work goes in between.</summary>
    private const int MostAtOnce = 1000;

    public override void Apply(Transaction transaction)
    {
        foreach (var due in store.Due(transaction.NowMs, MostAtOnce))
            transaction.TellTime(due);
        schedules.LookAtAll(transaction);
    }

    // The loop looks at what is due after each transaction.
    public override bool Failed(Exception why) => false;
}
