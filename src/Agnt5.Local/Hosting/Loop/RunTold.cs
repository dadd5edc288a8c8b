using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>Something that happened to a run, found out by the engine itself. It must not get lost: nobody would find it out again.</summary>
internal sealed class RunTold(string runId, RunHappening happening) : EngineWork
{
    public override void Apply(Transaction transaction) => transaction.TellRun(runId, happening);

    public override bool Failed(Exception why) => true;

    public override EngineWork GivenUp(Exception why) => new MachineGivenUp(runId, key: null, why);
}
