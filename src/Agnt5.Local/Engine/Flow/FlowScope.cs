using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Engine.Flow;

/// <summary>
/// Where a key counts. Concurrency has a declared scope (protocol section 9), by default the component. All other policies count for their component. A component counts by environment, and across
/// its deployments, so that a release does not double its limits.
/// </summary>
internal static class FlowScope
{
    public static string Of(DeclaredPolicy policy, ComponentSpec component, FlowPlace place) => (policy.Kind, policy.Scope) switch
    {
        (FlowKind.Concurrency, "deployment") => $"deployment:{place.DeploymentId}",
        (FlowKind.Concurrency, "project") => $"project:{place.ProjectId}",
        (FlowKind.Concurrency, "workspace") => $"workspace:{place.WorkspaceId}",
        (FlowKind.Concurrency, "custom") => "custom",
        _ => $"component:{place.Environment}:{component.Route}",
    };
}
