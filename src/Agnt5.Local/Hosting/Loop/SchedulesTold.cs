using Agnt5.Local.Hosting.Events;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The time has come for the schedules of one environment.</summary>
internal sealed class SchedulesTold(ScheduleKeeper schedules, string environment) : EngineWork
{
    public override void Apply(Transaction transaction) => schedules.LookAt(environment, transaction);

    // What is due still is told again with all that is.
    public override bool Failed(Exception why) => false;
}
