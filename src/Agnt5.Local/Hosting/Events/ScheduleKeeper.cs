using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Events;

/// <summary>Looks after the schedules of all environments, and starts their runs. Used by the loop alone.</summary>
internal sealed class ScheduleKeeper(DeploymentDirectory deployments, EngineSettings settings)
{
    /// <summary>So long a time of a schedule stands for its run, in ms. A clock that jumps back by less than a day starts nothing again.</summary>
    private const long TtlMs = 48 * 60 * 60 * 1000;

    private const long Never = long.MaxValue;

    private readonly Dictionary<string, SchedulesState> _schedules = new(StringComparer.Ordinal);

    private long _nextDueMs = Never;

    /// <summary>When the next schedule is due, Unix ms, or <see langword="null"/>. From any thread.</summary>
    public long? NextDueMs => Interlocked.Read(ref _nextDueMs) is not Never and var next ? next : null;

    /// <summary>The environments that may have schedules.</summary>
    public IEnumerable<string> Environments => deployments.Environments.Select(static environment => environment.Name);

    /// <summary>Follows what was committed.</summary>
    public void Follow(IEnumerable<KeyValuePair<string, SchedulesState>> schedules)
    {
        foreach (var (environment, state) in schedules)
            _schedules[environment] = state;
        Interlocked.Exchange(ref _nextDueMs, _schedules.Values.SelectMany(static state => state.ByRoute.Values).Min(static schedule => schedule.NextAtMs) ?? Never);
    }

    /// <summary>Starts what is due.</summary>
    public void LookAtAll(Transaction transaction)
    {
        if (NextDueMs > transaction.NowMs || NextDueMs is null)
            return;
        foreach (var environment in Environments)
            LookAt(environment, transaction);
    }

    /// <summary>Starts what is due in an environment.</summary>
    public void LookAt(string name, Transaction transaction)
    {
        if ((transaction.Changes.Environments.GetValueOrDefault(name) ?? deployments.FindEnvironment(name)) is { } environment)
            LookAt(environment, transaction);
    }

    /// <summary>Starts what is due in an environment, and takes notice of schedules that came, changed or went.</summary>
    public void LookAt(EnvironmentState environment, Transaction transaction)
    {
        var before = transaction.Changes.Schedules.GetValueOrDefault(environment.Name) ?? _schedules.GetValueOrDefault(environment.Name) ?? new SchedulesState();
        var decision = ScheduleMachine.Apply(before, environment, transaction.NowMs);
        if (before.ByRoute.Count > 0 || decision.State.ByRoute.Count > 0)
            transaction.Changes.Schedules[environment.Name] = decision.State;
        foreach (var fire in decision.Fires)
            Admission(fire, transaction.NowMs).Accept(transaction);
    }

    private RunAdmission Admission(ScheduleFire fire, long nowMs)
    {
        var (deployment, component) = fire.Component;
        var request = new RunRequest { ComponentType = component.Type, ComponentName = component.Name, Environment = deployment.Environment, Metadata = EmptyMetadata.Value };
        var admission = RunAdmission.Of(request, fire.Component, settings, nowMs);
        var spec = fire.Missed == 0 ? admission.Spec : admission.Spec with { Notices = [.. admission.Spec.Notices, Missed(fire)] };
        return admission with { Spec = spec, Keys = [.. admission.Keys, (new IdempotencyKey($"cron:{deployment.Environment}", fire.IdempotencyKey), TtlMs)] };
    }

    private static string Missed(ScheduleFire fire) =>
        $"The schedule '{fire.Component.Component.Cron}' missed {fire.Missed} earlier {(fire.Missed == 1 ? "time" : "times")}. This run stands for the latest, and the others start nothing.";
}
