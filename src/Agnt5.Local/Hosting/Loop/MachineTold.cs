using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The time has come for one run or key.</summary>
internal sealed class MachineTold(DueMachine due) : EngineWork
{
    public override void Apply(Transaction transaction) => transaction.TellTime(due);

    // What is due still is told again with all that is.
    public override bool Failed(Exception why) => false;

    public override EngineWork GivenUp(Exception why) => new MachineGivenUp(due.RunId, due.Key, why);
}
