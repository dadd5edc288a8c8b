using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>
/// A run that was looked at and may be accepted. All that costs time is done on the caller's thread: the loop has only to look for the idempotency keys.
/// </summary>
internal sealed record RunAdmission(RunSpec Spec, ReadOnlyMemory<byte> Input, IReadOnlyList<(IdempotencyKey Key, long TtlMs)> Keys)
{
    // A local AGNT5 is one project in one workspace.
    private const string WorkspaceId = "local";
    private const string ProjectId = "local";

    /// <summary>Looks at what is asked for.</summary>
    /// <exception cref="EngineException">There is no such component, or the input is no JSON.</exception>
    public static RunAdmission Of(RunRequest request, DeploymentDirectory deployments, EngineSettings settings, long nowMs) =>
        Of(request, deployments.Resolve(request), settings, nowMs);

    /// <inheritdoc cref="Of(RunRequest, DeploymentDirectory, EngineSettings, long)"/>
    public static RunAdmission Of(RunRequest request, ActiveComponent active, EngineSettings settings, long nowMs)
    {
        var (deployment, component) = active;
        var input = JsonInput.Check(request.Input, EngineErrorCodes.InvalidInput, "input");
        var plan = FlowPlan.Of(component, new FlowPlace(WorkspaceId, ProjectId, deployment.Environment, deployment.DeploymentId), input.Span);
        var spec = new RunSpec
        {
            RunId = EngineIds.Run(nowMs),
            ComponentType = component.Type,
            ComponentName = component.Name,
            DeploymentId = deployment.DeploymentId,
            Environment = deployment.Environment,
            CreatedAtMs = nowMs,
            Retries = component.Retries ?? RetryPolicy.None,
            Claims = plan.Claims,
            Notices = plan.Notices,
            Priority = component.Priority,
            Metadata = request.Metadata,
            SessionId = request.SessionId,
            UserId = request.UserId,
            TenantId = request.TenantId,
            ParentRunId = request.ParentRunId,
            RootRunId = request.RootRunId ?? request.ParentRunId,
            TraceParent = request.TraceParent,
            IsStreaming = request.IsStreaming,
            EventRunId = request.EventRunId,
            InvokesOnWaitTimeout = settings.InvokesOnWaitTimeout,
            WakesBesideWaits = settings.WakesBesideWaits,
        };
        List<(IdempotencyKey, long)> keys = [];
        if (request.IdempotencyKey is { } header)
            keys.Add((new IdempotencyKey($"header:{deployment.Environment}:{component.Route}", header), plan.IdempotencyTtlMs));
        if (plan.IdempotencyKey is { } declared)
            keys.Add((new IdempotencyKey($"declared:{deployment.Environment}:{component.Route}", declared), plan.IdempotencyTtlMs));
        return new RunAdmission(spec, input, keys);
    }

    /// <summary>Accepts the run, or finds the one that was accepted with one of the keys.</summary>
    public AcceptedRun Accept(Transaction transaction)
    {
        foreach (var (key, _) in Keys)
        {
            if (transaction.FindAccepted(key) is { } accepted)
                return new AcceptedRun(accepted, IsNew: false);
        }

        return new AcceptedRun(transaction.Begin(Spec, Input, Keys), IsNew: true);
    }
}
