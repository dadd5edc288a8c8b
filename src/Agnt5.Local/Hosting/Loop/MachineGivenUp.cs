using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The store always refuses what happened to a run or a key. The run ends, and the key waits for a minute, so that all others go on.</summary>
internal sealed class MachineGivenUp(string? runId, FlowKey? key, Exception why) : EngineWork
{
    public override void Apply(Transaction transaction)
    {
        if (runId is not null)
            transaction.GiveUp(runId, why);
        else if (key is { } given)
            transaction.GiveUp(given, why);
    }

    public override bool Failed(Exception why) => false;
}
